import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, type CaseLineDto, supervisionGet, type TaskDto } from '@sampan/web-client';
import { MomentPipe, PageHeader, Tile, type Tone, UserText, Waiting } from '@sampan/web-kit';
import { StageStatus } from '../stage-status';
import { TaskLine } from '../task-line';
import { GiveTask } from './give-task';

interface QueueCase {
  readonly case: CaseLineDto;
  readonly at: string;
  /** Who asked for an approval; null where nobody has to. */
  readonly askedBy: string | null;
}

interface Part {
  readonly key: 'approvals' | 'flags' | 'unassigned' | 'overdue';
  /** While something waits. */
  readonly tone: Tone;
  readonly cases: readonly QueueCase[];
  readonly tasks: readonly TaskDto[];
}

/** What would otherwise be nobody's: approvals, unassigned, overdue, flags without contact. */
@Component({
  selector: 'sp-queue-page',
  imports: [RouterLink, TranslocoPipe, GiveTask, MomentPipe, PageHeader, StageStatus, TaskLine, Tile, UserText, Waiting],
  templateUrl: './queue-page.html',
  styleUrl: './queue-page.scss',
})
export class QueuePage {
  private readonly api = inject(Api);
  protected readonly queue = resource({ loader: () => this.api.invoke(supervisionGet) });
  protected readonly parts = computed<readonly Part[]>(() => {
    if (!this.queue.hasValue()) {
      return [];
    }
    const { approvals, flagsWithoutContact, unassignedCases, unassignedTasks, overdueTasks } = this.queue.value();
    return [
      { key: 'approvals', tone: 'warn', cases: approvals.map((one) => ({ case: one.case, at: one.requestedAt, askedBy: one.requestedByName })), tasks: [] },
      { key: 'flags', tone: 'bad', cases: [], tasks: flagsWithoutContact },
      { key: 'unassigned', tone: 'warn', cases: unassignedCases.map((one) => ({ case: one, at: one.openedAt, askedBy: null })), tasks: unassignedTasks },
      { key: 'overdue', tone: 'warn', cases: [], tasks: overdueTasks },
    ];
  });
}
