import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Empty, Icon, PageHeader } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { NAVIGATION } from '../layout/navigation';

/** The first page: what each role can do, one tap away. */
@Component({
  selector: 'sp-home-page',
  imports: [RouterLink, TranslocoPipe, Empty, Icon, PageHeader],
  templateUrl: './home-page.html',
  styleUrl: './home-page.scss',
})
export class HomePage {
  protected readonly session = inject(Session);
  protected readonly groups = computed(() =>
    NAVIGATION.map((group) => ({ ...group, items: group.items.filter((item) => this.session.can(item.permission)) })).filter((group) => group.items.length > 0),
  );
  protected readonly centres = computed(() => this.session.who()?.centres ?? []);
}
