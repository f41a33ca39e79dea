import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, tasksCreate, tasksList } from '@sampan/web-client';
import { action, Control, DateField, Field, type KnownDay, Opened, ProblemNotice, SpForm, todayHere, Waiting } from '@sampan/web-kit';
import { Draft, Session } from '@sampan/web-session';
import { mintedId } from '../minted-id';
import { TaskLine } from '../task-line';

const LONGEST_LINE = 500;
const MOST = 100;

/** The open tasks of a case, a new one, and the neutral "please call" for the staff who meet the person. */
@Component({
  selector: 'sp-case-tasks',
  imports: [ReactiveFormsModule, TranslocoPipe, Control, DateField, Draft, Field, ProblemNotice, SpForm, TaskLine, Waiting, Opened],
  templateUrl: './case-tasks.html',
})
export class CaseTasks {
  readonly caseId = input.required<string>();
  readonly personId = input.required<string>();
  readonly open = input.required<boolean>();

  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly transloco = inject(TranslocoService);
  protected readonly tasks = resource({
    params: () => this.caseId(),
    loader: async ({ params: caseId }) => (await this.api.invoke(tasksList, { caseId, state: 'open', limit: MOST })).items,
  });
  protected readonly mayWrite = computed(() => this.open() && this.session.can('task.write'));
  protected readonly adding = signal(false);
  protected readonly said = signal('');
  protected readonly form = new FormGroup({
    id: new FormControl(mintedId(), { nonNullable: true }),
    title: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(LONGEST_LINE)] }),
    dueOn: new FormControl<KnownDay | null>(null, Validators.required),
  });

  protected readonly add = action(async (draft: Draft) => {
    const { id, title, dueOn } = this.form.getRawValue();
    if (dueOn) {
      const body = { id, title, dueOn: dueOn.date, kind: 'general', caseId: this.caseId(), personId: this.personId() } as const;
      await this.api.invoke(tasksCreate, { body });
      draft.drop();
      this.form.reset({ id: mintedId() });
      this.adding.set(false);
      this.tasks.reload();
    }
  });

  protected readonly askToCall = action(async () => {
    await this.api.invoke(tasksCreate, { body: { id: mintedId(), kind: 'please-call', personId: this.personId(), dueOn: todayHere() } });
    this.said.set(this.transloco.translate('casework.task.askedToCall'));
  });
}
