import { Component, computed, effect, inject, input, output } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, type NoteDto, notesWrite, type WriteNoteDto } from '@sampan/web-client';
import { action, Control, Field, SpForm, UserText } from '@sampan/web-kit';
import { Draft } from '@sampan/web-session';
import { mintedId } from '../minted-id';
import { NOTE_SECTIONS } from '../words';

const LONGEST_NOTE = 20_000;
type Section = NonNullable<WriteNoteDto['section']>;

/** A new note, or a correction, which is a new note too. What is typed survives a time-out and is sent once. */
@Component({
  selector: 'sp-write-note',
  imports: [ReactiveFormsModule, TranslocoPipe, Control, Draft, Field, SpForm, UserText],
  templateUrl: './write-note.html',
})
export class WriteNote {
  readonly caseId = input.required<string>();
  readonly corrects = input<NoteDto | null>(null);
  readonly written = output();
  readonly dropped = output();

  private readonly api = inject(Api);
  protected readonly sections = NOTE_SECTIONS;
  protected readonly form = new FormGroup({
    id: new FormControl(mintedId(), { nonNullable: true }),
    section: new FormControl<Section | ''>('', { nonNullable: true }),
    text: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(LONGEST_NOTE)] }),
  });
  /** The correction of a sealed note stays sealed. */
  protected readonly ordinaryToo = computed(() => this.corrects()?.level !== 'level-3');

  constructor() {
    effect(() => {
      const section = this.corrects()?.section;
      if (section) {
        this.form.controls.section.setValue(section);
      }
    });
  }

  protected readonly write = action(async (draft: Draft) => {
    const { id, section, text } = this.form.getRawValue();
    await this.api.invoke(notesWrite, {
      caseId: this.caseId(),
      body: { id, text, level: section ? 'level-3' : 'ordinary', section: section || null, correctsNoteId: this.corrects()?.id ?? null },
    });
    draft.drop();
    this.form.reset({ id: mintedId() });
    this.written.emit();
  });
}
