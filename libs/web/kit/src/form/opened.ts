import { afterNextRender, DestroyRef, Directive, ElementRef, inject, input } from '@angular/core';

const FIELD = 'input:not([type=hidden]):not(:disabled), select:not(:disabled), textarea:not(:disabled)';
const REACHABLE = `a[href], button:not(:disabled), ${FIELD}, [tabindex="0"]`;

/**
 * A form that takes the place of the button which opened it: `<sp-add-step spOpened />`. Its first field takes the focus; when
 * it goes, the focus goes to what comes next, not back to the top of the page. `spOpened="here"`: it was there from the start,
 * so that it only hands the focus on.
 */
@Directive({ selector: '[spOpened]', host: { '(focusin)': 'isInside = true', '(focusout)': 'leave($event)' } })
export class Opened {
  readonly spOpened = input<'' | 'here'>('');
  protected isInside = false;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    const host = this.host;
    let place: { readonly parent: HTMLElement; readonly before: Element | null } | undefined;
    afterNextRender(() => {
      // Asked now: when the form is destroyed it stands nowhere any more.
      place = host.parentElement ? { parent: host.parentElement, before: host.previousElementSibling } : undefined;
      if (this.spOpened() !== 'here') {
        (host.matches(FIELD) ? host : host.querySelector<HTMLElement>(FIELD))?.focus();
      }
    });
    inject(DestroyRef).onDestroy(() => {
      if (place && this.isInside) {
        const { parent, before } = place;
        setTimeout(() => handOn(parent, before?.isConnected ? before : null));
      }
    });
  }

  /** Only somebody who went on to something else has left; a removal takes the focus nowhere. */
  protected leave({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && !this.host.contains(relatedTarget)) {
      this.isInside = false;
    }
  }
}

const handOn = (parent: HTMLElement, before: Element | null): void => {
  const isLost = document.activeElement === null || document.activeElement === document.body;
  if (!parent.isConnected || !isLost) {
    return;
  }
  const isAfter = (one: Element): boolean => before === null || (before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const next = [...parent.querySelectorAll<HTMLElement>(REACHABLE)].find((one) => isAfter(one) && !before?.contains(one));
  if (next) {
    next.focus();
  } else {
    parent.tabIndex = -1;
    parent.focus({ preventScroll: true });
  }
};
