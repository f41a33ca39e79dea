import { booleanAttribute, Component, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../icon/icon';
import { FieldFrame } from './field-frame';
import { ValueControl } from './value-control';

/** One file, chosen or dropped. The value is the File. The words are ours: the browser's own speak its language, not the screen's. */
@Component({
  selector: 'sp-file-field',
  imports: [FieldFrame, TranslocoPipe, Icon],
  template: `
    <sp-field-frame [label]="label()" [hint]="hint()" [optional]="optional()" [problem]="problem()" [controlId]="id">
      <div class="drop" [class.over]="over()" (dragover)="$event.preventDefault(); over.set(true)" (dragleave)="over.set(false)" (drop)="drop($event)">
        <sp-icon name="upload" />
        <input #box type="file" class="sp-visually-hidden" [id]="id" [accept]="accept()" [disabled]="disabled()" [attr.aria-describedby]="describedBy()"
          (change)="take(box.files)" (blur)="touched()" />
        <label class="sp-button sp-button--secondary" [attr.for]="id">{{ 'kit.file.choose' | transloco }}</label>
        @if (value(); as file) { <span class="sp-small">{{ 'kit.file.chosen' | transloco: { name: file.name } }}</span> }
      </div>
    </sp-field-frame>
  `,
  styles: `
    .drop { display: flex; flex-wrap: wrap; align-items: center; gap: var(--sp-3); padding: var(--sp-4); border: 2px dashed var(--sp-line-strong); border-radius: var(--sp-radius); background: var(--sp-surface); }
    .over { border-color: var(--sp-primary); background: var(--sp-primary-soft); }
    .drop { position: relative; }
    input:focus-visible + label { outline: 3px solid var(--sp-focus); outline-offset: 2px; box-shadow: 0 0 0 2px var(--sp-focus-edge); }
  `,
})
export class FileField extends ValueControl<File> {
  readonly label = input.required<string>();
  readonly hint = input<string | null>('');
  readonly optional = input(false, { transform: booleanAttribute });
  readonly accept = input('');
  protected readonly over = signal(false);

  protected take(files: FileList | null | undefined): void {
    this.change(files?.[0] ?? null);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.take(event.dataTransfer?.files);
  }
}
