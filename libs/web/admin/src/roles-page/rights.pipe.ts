import { inject, Pipe, type PipeTransform } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { localeOf } from '@sampan/web-kit';

/** `['read', 'register'] | adminRights` → see, register. A verb without words yet is shown as it is. Impure, because the language of the screen is a signal it reads. */
@Pipe({ name: 'adminRights', pure: false })
export class RightsPipe implements PipeTransform {
  private readonly transloco = inject(TranslocoService);

  transform(verbs: readonly string[]): string {
    const language = this.transloco.activeLang();
    const texts = this.transloco.getTranslation(language);
    const word = (verb: string): string => (`admin.verb.${verb}` in texts ? this.transloco.translate(`admin.verb.${verb}`) : verb);
    return new Intl.ListFormat(localeOf(language), { type: 'unit' }).format(verbs.map(word));
  }
}
