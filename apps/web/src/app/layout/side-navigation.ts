import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { NAVIGATION } from './navigation';

@Component({
  selector: 'sp-side-navigation',
  imports: [RouterLink, RouterLinkActive, TranslocoPipe, Icon],
  templateUrl: './side-navigation.html',
  styleUrl: './side-navigation.scss',
})
export class SideNavigation {
  private readonly session = inject(Session);
  protected readonly groups = computed(() =>
    NAVIGATION.map((group) => ({ ...group, items: group.items.filter((item) => this.session.can(item.permission)) })).filter((group) => group.items.length > 0),
  );
}
