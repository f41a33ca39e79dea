import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Status, type Tone } from '../show/status';

/** "Step 2 of 5" for one thing per page. `at` counts from 1. */
@Component({
  selector: 'sp-steps',
  imports: [TranslocoPipe],
  template: `
    <p class="words">{{ 'kit.steps.at' | transloco: { at: at(), of: steps().length } }}<strong> · {{ steps()[at() - 1] }}</strong></p>
    <div class="bar" aria-hidden="true">@for (step of steps(); track step) {<span [class.done]="$index < at()"></span>}</div>
  `,
  styles: `
    :host { display: block; margin-block-end: var(--sp-5); }
    .words { margin: 0 0 var(--sp-2); color: var(--sp-ink-soft); }
    strong { color: var(--sp-ink); }
    .bar { display: flex; gap: var(--sp-1); }
    .bar span { flex: 1; block-size: 6px; border-radius: 3px; background: var(--sp-line); }
    .bar .done { background: var(--sp-primary); }
  `,
})
export class Steps {
  readonly steps = input.required<readonly string[]>();
  readonly at = input.required<number>();
}

export interface TaskLine {
  readonly label: string;
  readonly hint?: string;
  readonly link?: string | readonly unknown[];
  readonly state: 'done' | 'doing' | 'todo' | 'blocked';
}

const TONES: Readonly<Record<TaskLine['state'], Tone>> = { done: 'good', doing: 'info', todo: 'neutral', blocked: 'warn' };

/** Everything a long piece of work consists of, and how far each part is (GOV.UK's task list). */
@Component({
  selector: 'sp-task-list',
  imports: [RouterLink, TranslocoPipe, Status],
  template: `
    <p class="sp-soft">{{ 'kit.tasks.count' | transloco: { done: done(), of: tasks().length } }}</p>
    <ol class="sp-list sp-card">
      @for (task of tasks(); track task.label) {
        <li class="sp-row sp-row--apart">
          <span>@if (task.link && task.state !== 'blocked') {<a [routerLink]="task.link">{{ task.label }}</a>} @else {{{ task.label }}}@if (task.hint) {<span class="sp-hint">{{ task.hint }}</span>}</span>
          <sp-status [tone]="tones[task.state]" [icon]="task.state === 'doing' ? 'clock' : null">{{ 'kit.tasks.' + task.state | transloco }}</sp-status>
        </li>
      }
    </ol>
  `,
})
export class TaskList {
  readonly tasks = input.required<readonly TaskLine[]>();
  protected readonly tones = TONES;
  protected readonly done = computed(() => this.tasks().filter((task) => task.state === 'done').length);
}
