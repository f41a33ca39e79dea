import { Component, computed, input, output, signal, viewChild } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Checkbox } from '../form/choices';
import { Control } from '../form/control';
import { Field } from '../form/field';
import { SpForm } from '../form/form';
import { Icon } from '../icon/icon';
import { Dialog } from '../over/dialog';
import { Menu } from '../over/menu';

/** One kept state of a list's filters. */
export interface ViewLine {
  readonly id: string;
  readonly name: string;
  readonly mine: boolean;
  readonly shared: boolean;
  /** How many rows it shows now, in figures; null while nobody has counted. */
  readonly count: string | null;
}

export interface ViewToKeep {
  /** Null: a new one. */
  readonly id: string | null;
  readonly name: string;
  readonly shared: boolean;
}

const LONGEST_NAME = 60;

/** The kept states of a list's filters: choose one, keep the present one, rename, share, delete. */
@Component({
  selector: 'sp-saved-views',
  imports: [ReactiveFormsModule, TranslocoPipe, Checkbox, Control, Dialog, Field, Icon, Menu, SpForm],
  templateUrl: './saved-views.html',
  styleUrl: './saved-views.scss',
})
export class SavedViews {
  readonly views = input.required<readonly ViewLine[]>();
  /** The view that the list shows at present. */
  readonly current = input<string | null>(null);
  /** With whom a view can be shared; without it nothing is offered. */
  readonly sharedWith = input<string | null>(null);
  readonly problem = input<unknown>(null);
  readonly opened = output();
  readonly chosen = output<ViewLine>();
  readonly kept = output<ViewToKeep>();
  readonly deleted = output<ViewLine>();

  private readonly dialog = viewChild.required(Dialog);
  protected readonly changing = signal<ViewLine | null>(null);
  protected readonly form = new FormGroup({
    name: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(LONGEST_NAME)] }),
    shared: new FormControl(false, { nonNullable: true }),
  });
  protected readonly groups = computed(() =>
    [
      { key: 'mine', views: this.views().filter(({ mine }) => mine) },
      { key: 'others', views: this.views().filter(({ mine }) => !mine) },
    ].filter(({ views }) => views.length > 0),
  );
  protected readonly present = computed(() => this.views().find(({ id }) => id === this.current())?.name ?? '');

  /** The menu first gives the focus back to its button, so that the dialog can do the same. */
  protected ask(view: ViewLine | null): void {
    this.changing.set(view);
    this.form.reset({ name: view?.name ?? '', shared: view?.shared ?? false });
    setTimeout(() => this.dialog().open());
  }

  protected keep(): void {
    this.kept.emit({ id: this.changing()?.id ?? null, ...this.form.getRawValue() });
  }

  protected remove(): void {
    const view = this.changing();
    if (view) {
      this.deleted.emit(view);
    }
  }

  /** Called by whoever keeps, once it is kept. */
  done(): void {
    this.dialog().close();
  }
}
