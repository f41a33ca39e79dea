import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, type TaskDto, tasksCancel, tasksFinish } from '@sampan/web-client';
import { action, Asking, DayPipe, ProblemNotice, Status, UserText } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';

/** One task: what is to be done and by when, and its two ends. */
@Component({
  selector: 'sp-task-line',
  imports: [RouterLink, TranslocoPipe, DayPipe, ProblemNotice, Status, UserText],
  templateUrl: './task-line.html',
  styleUrl: './task-line.scss',
})
export class TaskLine {
  readonly task = input.required<TaskDto>();
  /** Where tasks of several people stand together. */
  readonly withPerson = input(false);
  readonly ended = output();

  private readonly api = inject(Api);
  private readonly asking = inject(Asking);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);

  protected readonly finish = action(async () => {
    const { id: taskId, version } = this.task();
    await this.api.invoke(tasksFinish, { taskId, body: { version } });
    this.ended.emit();
  });

  protected readonly cancel = action(async () => {
    const { id: taskId, version } = this.task();
    const say = (key: string): string => this.transloco.translate(`casework.task.${key}`);
    const reason = await this.asking.reason({ heading: say('cancel'), reason: say('cancelReason'), confirm: say('cancel') });
    if (reason !== null) {
      await this.api.invoke(tasksCancel, { taskId, body: { reason, version } });
      this.ended.emit();
    }
  });
}
