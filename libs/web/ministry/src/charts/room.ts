import { afterNextRender, DestroyRef, Directive, ElementRef, inject, signal } from '@angular/core';

const UNKNOWN = 680;
const LEAST = 280;
const MOST = 900;

/** How much room a chart has, in CSS pixels, so that it is drawn for it: letters keep their size, nothing is cut off. */
@Directive()
export abstract class InItsRoom {
  protected readonly room = signal(UNKNOWN);

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      if (typeof ResizeObserver === 'undefined') {
        return;
      }
      const observer = new ResizeObserver(([entry]) => {
        const width = entry?.contentRect.width ?? 0;
        // A hidden chart keeps the room that it had.
        if (width > 0) {
          this.room.set(Math.round(Math.min(MOST, Math.max(LEAST, width))));
        }
      });
      observer.observe(host);
      destroyed.onDestroy(() => observer.disconnect());
    });
  }
}
