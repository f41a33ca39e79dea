import { Component, inject, input, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Density, Icon, LANGUAGES, Menu, PluralPipe } from '@sampan/web-kit';
import { Language, Session } from '@sampan/web-session';
import { Unread } from '../notifications/unread';

/** Innocent, public, and says nothing about who just looked at what. */
const NEUTRAL_PAGE = 'https://www.wikipedia.org/';

@Component({
  selector: 'sp-top-bar',
  imports: [RouterLink, TranslocoPipe, Icon, Menu, PluralPipe],
  templateUrl: './top-bar.html',
  styleUrl: './top-bar.scss',
})
export class TopBar {
  readonly bare = input.required<boolean>();
  readonly menuOpen = input.required<boolean>();
  readonly menu = output();

  protected readonly session = inject(Session);
  protected readonly language = inject(Language);
  protected readonly density = inject(Density);
  protected readonly unread = inject(Unread);
  protected readonly languages = LANGUAGES;
  private readonly router = inject(Router);

  protected label(): string {
    return LANGUAGES.find(({ id }) => id === this.language.current())?.label ?? '';
  }

  protected async signOut(everywhere: boolean): Promise<void> {
    await this.session.signOut(everywhere);
    await this.router.navigateByUrl('/sign-in');
  }

  protected quickExit(): void {
    void this.session.lock();
    window.location.replace(NEUTRAL_PAGE);
  }
}
