import { inject, Pipe, type PipeTransform } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { NamesDto } from '@sampan/web-client';

export const inLanguage = (names: NamesDto | null | undefined, language: string): string => names?.[language as keyof NamesDto] ?? names?.en ?? '';

/** `cohort.programmeNames | spOwnLanguage`: one of the five names that the server keeps, in the language of the screen. */
@Pipe({ name: 'spOwnLanguage', pure: false })
export class OwnLanguagePipe implements PipeTransform {
  private readonly transloco = inject(TranslocoService);

  transform(names: NamesDto | null | undefined): string {
    return inLanguage(names, this.transloco.activeLang());
  }
}
