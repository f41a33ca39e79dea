import { inject, Pipe, type PipeTransform } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { LocalisedTextDto } from '@sampan/web-client';

/** Words that come with the data (a version of an instrument), in the language of the screen. Impure: that language is a signal. */
@Pipe({ name: 'spSpoken', pure: false })
export class SpokenPipe implements PipeTransform {
  private readonly transloco = inject(TranslocoService);

  transform(text: LocalisedTextDto): string {
    return text[this.transloco.activeLang() as keyof LocalisedTextDto] ?? text.en;
  }
}
