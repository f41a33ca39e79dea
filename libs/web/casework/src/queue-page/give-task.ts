import { Component, inject, input, output, resource, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, type TaskDto, tasksAssign, usersList } from '@sampan/web-client';
import { action, Opened, ProblemNotice } from '@sampan/web-kit';

const CASE_WORKERS = ['social-worker', 'supervisor'];

/** Gives a task to a colleague. The list of colleagues is asked for when somebody wants it. */
@Component({
  selector: 'sp-give-task',
  imports: [TranslocoPipe, ProblemNotice, Opened],
  template: `
    @if (choosing()) {
      <span class="sp-row">
        <select #worker spOpened class="sp-input sp-input--short" [attr.aria-label]="'casework.actions.worker' | transloco" (change)="chosen.set(worker.value)">
          <option value="">{{ 'casework.choose' | transloco }}</option>
          @for (one of workers.hasValue() ? workers.value() : []; track one.id) {
            <option [value]="one.id">{{ one.displayName }}</option>
          }
        </select>
        <button type="button" class="sp-button sp-button--secondary" [disabled]="!chosen()" [attr.aria-busy]="give.busy()" (click)="give.run()">{{ 'casework.actions.hand' | transloco }}</button>
      </span>
    } @else {
      <button type="button" class="sp-button sp-button--quiet" (click)="choosing.set(true)">{{ 'casework.actions.give' | transloco }}</button>
    }
    <sp-problem [of]="give.problem()" />
  `,
})
export class GiveTask {
  readonly task = input.required<TaskDto>();
  readonly given = output();

  private readonly api = inject(Api);
  protected readonly choosing = signal(false);
  protected readonly chosen = signal('');
  protected readonly workers = resource({
    params: () => (this.choosing() ? { except: this.task().assigneeId } : undefined),
    loader: async ({ params: { except } }) =>
      (await this.api.invoke(usersList)).filter(({ id, roles }) => id !== except && roles.some((role) => CASE_WORKERS.includes(role))),
  });

  protected readonly give = action(async () => {
    const { id: taskId, version } = this.task();
    await this.api.invoke(tasksAssign, { taskId, body: { assigneeId: this.chosen(), version } });
    this.given.emit();
  });
}
