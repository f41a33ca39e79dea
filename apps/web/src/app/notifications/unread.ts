import { computed, DestroyRef, inject, Injectable, resource } from '@angular/core';
import { Api, notificationsList } from '@sampan/web-client';
import { Online, Session } from '@sampan/web-session';

const LOOK_AGAIN_MS = 60_000;

/** How many notifications wait. Asked again every minute while somebody is here. */
@Injectable({ providedIn: 'root' })
export class Unread {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly online = inject(Online).online;
  private readonly news = resource({
    params: () => (this.session.signedIn() && !this.session.locked() && this.session.can('notification.read') ? this.session.who()?.user.id : undefined),
    loader: () => this.api.invoke(notificationsList),
  });
  readonly count = computed(() => (this.news.hasValue() ? this.news.value().filter((one) => !one.read).length : 0));

  constructor() {
    const looking = setInterval(() => {
      if (this.online() && !document.hidden && !this.session.locked() && !this.session.expired()) {
        this.news.reload();
      }
    }, LOOK_AGAIN_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(looking));
  }

  look(): void {
    this.news.reload();
  }
}
