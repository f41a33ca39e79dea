import { Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { AskingHost, Density, Icon, KeyHelp, Shortcuts, ToastHost } from '@sampan/web-kit';
import { IdleLock, NodeAbout, Online, Session } from '@sampan/web-session';
import { filter, map, tap } from 'rxjs';
import { SideNavigation } from './layout/side-navigation';
import { TopBar } from './layout/top-bar';
import { LockScreen } from './sign-in/lock-screen';
import { SignInAgain } from './sign-in/sign-in-again';

/** What stands around every page: the bar, the way to other pages, and what is laid over a page when a session ends. */
@Component({
  selector: 'sp-shell',
  imports: [RouterOutlet, RouterLink, TranslocoPipe, Icon, TopBar, SideNavigation, LockScreen, SignInAgain, AskingHost, ToastHost, KeyHelp],
  host: { '(document:keydown)': 'keys.press($event)' },
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
})
export class Shell {
  protected readonly session = inject(Session);
  protected readonly online = inject(Online).online;
  protected readonly demo = inject(NodeAbout).demo;
  protected readonly keys = inject(Shortcuts);
  protected readonly menuOpen = signal(false);
  private readonly router = inject(Router);
  private pages = 0;

  private readonly arrived = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      tap(() => this.land()),
      map((event) => event.urlAfterRedirects),
    ),
  );
  /** Sign-in and public pages stand alone. */
  protected readonly bare = computed(() => {
    this.arrived();
    let route = this.router.routerState.snapshot.root;
    let bare = false;
    while (route.firstChild) {
      route = route.firstChild;
      bare ||= route.data['bare'] === true;
    }
    return bare || !this.session.signedIn();
  });

  constructor() {
    inject(IdleLock);
    inject(Density);
  }

  protected skip(event: Event): void {
    event.preventDefault();
    document.getElementById('main')?.focus();
  }

  protected closeMenu(): void {
    this.menuOpen.set(false);
    document.querySelector<HTMLElement>('.hamburger')?.focus();
  }

  /** After a navigation the heading has the focus, so that a screen reader starts where the page does. */
  private land(): void {
    this.menuOpen.set(false);
    this.pages += 1;
    if (this.pages > 1) {
      setTimeout(() => (document.querySelector<HTMLElement>('main h1') ?? document.getElementById('main'))?.focus({ preventScroll: true }));
    }
  }
}
