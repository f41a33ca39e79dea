import { DestroyRef, effect, inject, Injectable } from '@angular/core';
import { Session } from './session';

const IDLE_MS = 10 * 60_000;
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Locks a device that nobody has touched for ten minutes: tablets are shared and get left on tables. */
@Injectable({ providedIn: 'root' })
export class IdleLock {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const session = inject(Session);
    const wind = (): void => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void session.lock(), IDLE_MS);
    };
    effect(() => {
      if (session.signedIn() && !session.locked()) {
        wind();
      } else {
        clearTimeout(this.timer);
      }
    });
    SIGNS_OF_LIFE.forEach((sign) => window.addEventListener(sign, wind, { passive: true }));
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      SIGNS_OF_LIFE.forEach((sign) => window.removeEventListener(sign, wind));
    });
  }
}
