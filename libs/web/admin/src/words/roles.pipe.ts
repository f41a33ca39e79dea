import { inject, Pipe, type PipeTransform } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { localeOf } from '@sampan/web-kit';

/** `['registrar'] | adminRoles` → Registrar. Impure, because the language of the screen is a signal it reads. */
@Pipe({ name: 'adminRoles', pure: false })
export class RolesPipe implements PipeTransform {
  private readonly transloco = inject(TranslocoService);

  transform(codes: readonly string[]): string {
    const language = this.transloco.activeLang();
    return new Intl.ListFormat(localeOf(language), { type: 'unit' }).format(codes.map((code) => this.transloco.translate(`admin.role.${code}`)));
  }
}
