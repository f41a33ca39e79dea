import { Component, inject, resource } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, usersList } from '@sampan/web-client';
import { Column, plainRows, Table, UserText, Waiting } from '@sampan/web-kit';
import { Places } from '../words/places';
import { RolesPipe } from '../words/roles.pipe';

/** Colleagues within reach and what they do. */
@Component({
  selector: 'sp-colleagues',
  imports: [TranslocoPipe, Column, RolesPipe, Table, UserText, Waiting],
  template: `
    @if (users.hasValue()) {
      <sp-table [of]="rows" [caption]="'admin.users.heading' | transloco" [empty]="'admin.users.none' | transloco">
        <ng-template spColumn="name" [main]="true" [of]="rows" [label]="'admin.users.name' | transloco" let-user><span [spUserText]="user.displayName"></span></ng-template>
        <ng-template spColumn="roles" [of]="rows" [label]="'admin.users.roles' | transloco" let-user>{{ user.roles | adminRoles }}</ng-template>
        <ng-template spColumn="centre" [of]="rows" [label]="'admin.users.centre' | transloco" let-user>{{ centre(user.centreId) }}</ng-template>
      </sp-table>
    } @else {
      <sp-waiting [for]="users" />
    }
  `,
})
export class Colleagues {
  private readonly api = inject(Api);
  private readonly places = inject(Places);
  private readonly transloco = inject(TranslocoService);
  protected readonly users = resource({ loader: () => this.api.invoke(usersList) });
  protected readonly rows = plainRows(() => (this.users.hasValue() ? this.users.value() : []));

  protected centre(id: string | null): string {
    return id ? this.places.centre(id) : this.transloco.translate('admin.users.noCentre');
  }
}
