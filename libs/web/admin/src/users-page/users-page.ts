import { Component, computed, inject, resource } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, usersList } from '@sampan/web-client';
import { Column, PageHeader, plainRows, Table, UserText, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';

/** Colleagues within reach and what they do. Accounts are made and changed by the administrator's command. */
@Component({
  selector: 'sp-users-page',
  imports: [TranslocoPipe, Column, PageHeader, Table, UserText, Waiting],
  templateUrl: './users-page.html',
})
export class UsersPage {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly transloco = inject(TranslocoService);
  protected readonly users = resource({ loader: () => this.api.invoke(usersList) });
  protected readonly rows = plainRows(() => (this.users.hasValue() ? this.users.value() : []));
  private readonly centres = computed(() => new Map(this.session.who()?.centres.map((centre) => [centre.id, centre.name])));

  protected roles(codes: readonly string[]): string {
    return new Intl.ListFormat(this.transloco.activeLang(), { type: 'unit' }).format(codes.map((code) => this.transloco.translate(`admin.role.${code}`)));
  }

  protected centre(id: string | null): string {
    return id ? (this.centres().get(id) ?? '–') : this.transloco.translate('admin.users.noCentre');
  }
}
