import { Component, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, supervisionGet } from '@sampan/web-client';
import { MomentPipe, PageHeader, Tile, UserText, Waiting } from '@sampan/web-kit';
import { StageStatus } from '../stage-status';
import { TaskLine } from '../task-line';
import { GiveTask } from './give-task';

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
}
