import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, type NoteDto, notesList, notesOpen } from '@sampan/web-client';
import { action, Asking, MomentPipe, ProblemNotice, Status, UserText, Waiting } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { WriteNote } from './write-note';

/** What was said and seen, newest first. Level-3 notes are closed until somebody says why they open them. */
@Component({
  selector: 'sp-case-notes',
  imports: [TranslocoPipe, MomentPipe, ProblemNotice, Status, UserText, Waiting, WriteNote],
  templateUrl: './notes.html',
  styleUrl: './notes.scss',
})
export class Notes {
  readonly caseId = input.required<string>();
  readonly open = input.required<boolean>();

  private readonly api = inject(Api);
  private readonly asking = inject(Asking);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);
  protected readonly notes = resource({
    params: () => this.caseId(),
    loader: ({ params: caseId }) => this.api.invoke(notesList, { caseId }),
  });
  protected readonly mayWrite = computed(() => this.open() && this.session.can('note.write'));
  protected readonly correcting = signal<NoteDto | null>(null);
  /** Opened level-3 texts, for as long as the page is open; never kept on the device. */
  protected readonly opened = signal<ReadonlyMap<string, string>>(new Map());

  protected readonly openNote = action(async ({ id: noteId }: NoteDto) => {
    const say = (key: string): string => this.transloco.translate(`casework.note.${key}`);
    const reason = await this.asking.reason({ heading: say('open'), text: say('openText'), reason: say('reason'), confirm: say('open') });
    if (reason !== null) {
      const { text } = await this.api.invoke(notesOpen, { caseId: this.caseId(), noteId, body: { reason } });
      this.opened.update((texts) => new Map(texts).set(noteId, text));
    }
  });

  protected closeNote({ id }: NoteDto): void {
    this.opened.update((texts) => new Map([...texts].filter(([other]) => other !== id)));
  }

  protected written(): void {
    this.correcting.set(null);
    this.notes.reload();
  }
}
