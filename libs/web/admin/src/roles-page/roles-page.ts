import { Component, computed, inject, resource } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, rolesList } from '@sampan/web-client';
import { Fact, FilterChips, PageHeader, Status, Summary, urlState, Waiting } from '@sampan/web-kit';
import { choicesOf, ROLE_CODES } from '../words/choices';
import { RightsPipe } from './rights.pipe';

const FACTS = ['fact.identity', 'fact.please-call', 'fact.protection', 'fact.sensitive', 'fact.placement', 'fact.placement-status', 'fact.concern-reporter'] as const;

/** What a role may do and which facts it sees. Roles are part of the product: the same words everywhere, tested, not edited. */
@Component({
  selector: 'sp-roles-page',
  imports: [TranslocoPipe, Fact, FilterChips, PageHeader, RightsPipe, Status, Summary, Waiting],
  templateUrl: './roles-page.html',
})
export class RolesPage {
  private readonly api = inject(Api);
  protected readonly facts = FACTS;
  protected readonly filters = urlState({ role: 'registrar' });
  protected readonly choices = choicesOf(ROLE_CODES, 'admin.role.');
  protected readonly roles = resource({ loader: () => this.api.invoke(rolesList) });
  protected readonly shown = computed(() => (this.roles.hasValue() ? this.roles.value().find(({ code }) => code === this.filters.value().role) : undefined));
  /** By what they are about: `person` → read, register, update. */
  protected readonly rights = computed(() => {
    const groups = new Map<string, string[]>();
    for (const permission of this.shown()?.permissions ?? []) {
      const [noun = '', verb = ''] = permission.split('.');
      if (noun !== 'fact') {
        groups.set(noun, [...(groups.get(noun) ?? []), verb]);
      }
    }
    return [...groups].map(([noun, verbs]) => ({ noun, verbs }));
  });

  protected sees(fact: (typeof FACTS)[number]): boolean {
    return this.shown()?.permissions.includes(fact) ?? false;
  }
}
