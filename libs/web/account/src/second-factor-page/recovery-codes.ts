import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon, Notice } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';

/** Ten codes, shown once: to be printed or written down before the page is left. */
@Component({
  selector: 'sp-recovery-codes',
  imports: [TranslocoPipe, Icon, Notice],
  templateUrl: './recovery-codes.html',
  styles: `
    ol { columns: 2 11rem; margin-block: var(--sp-3); padding-inline-start: 2.7em; font-family: ui-monospace, monospace; font-size: 1.1rem; }
    li { padding-block: var(--sp-1); break-inside: avoid; white-space: nowrap; }
  `,
})
export class RecoveryCodes {
  readonly codes = input.required<readonly string[]>();
  protected readonly session = inject(Session);

  protected print(): void {
    window.print();
  }
}
