import { DestroyRef, inject, Injectable, signal } from '@angular/core';

/** Whether the device believes to have a network. */
@Injectable({ providedIn: 'root' })
export class Online {
  readonly online = signal(navigator.onLine);

  constructor() {
    const look = (): void => this.online.set(navigator.onLine);
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    inject(DestroyRef).onDestroy(() => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    });
  }
}
