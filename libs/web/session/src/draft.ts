import { Directive, inject, input, type OnInit, signal } from '@angular/core';
import { FormGroupDirective } from '@angular/forms';
import { Drafts } from './drafts';
import { Session } from './session';

/**
 * `<form [formGroup]="form" spDraft="people.register" #draft="spDraft">`: keeps what is typed as it is typed and brings it back.
 * Call `draft.drop()` once it is saved. Passwords and files do not belong in such a form.
 */
@Directive({
  selector: 'form[spDraft]',
  exportAs: 'spDraft',
  host: { '(input)': 'keep()', '(change)': 'keep()', '(click)': 'keep()' },
})
export class Draft implements OnInit {
  readonly spDraft = input.required<string>();
  /** Whether something was brought back, for the page to say so. */
  readonly restored = signal(false);
  private readonly drafts = inject(Drafts);
  private readonly session = inject(Session);
  private readonly group = inject(FormGroupDirective, { self: true });

  ngOnInit(): void {
    const kept = this.drafts.read<Record<string, unknown>>(this.user(), this.spDraft());
    if (kept) {
      queueMicrotask(() => {
        this.group.form.patchValue(kept);
        this.group.form.markAsDirty();
        this.restored.set(true);
      });
    }
  }

  /** Nothing that nobody typed: a press on a button is no draft. */
  protected keep(): void {
    if (!this.group.form.dirty) {
      return;
    }
    this.drafts.keep(this.user(), this.spDraft(), this.group.form.value);
  }

  drop(): void {
    this.drafts.drop(this.user(), this.spDraft());
    this.restored.set(false);
  }

  private user(): string {
    return this.session.who()?.user.id ?? 'nobody';
  }
}
