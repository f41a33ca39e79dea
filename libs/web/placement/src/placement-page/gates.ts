import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { PlacementDetailDto } from '@sampan/web-client';
import { TaskList, type TaskLine } from '@sampan/web-kit';

/** What must be true before the centre sends somebody, as a list that says what is missing and where to mend it. */
@Component({
  selector: 'sp-gates',
  imports: [TranslocoPipe, TaskList],
  template: `
    <section class="sp-stack">
      <h2>{{ 'placement.gate.heading' | transloco }}</h2>
      <sp-task-list [tasks]="tasks()" />
    </section>
  `,
})
export class Gates {
  readonly placement = input.required<PlacementDetailDto>();
  private readonly transloco = inject(TranslocoService);

  protected readonly tasks = computed<readonly TaskLine[]>(() => {
    const language = this.transloco.activeLang();
    const words = (key: string, params = {}): string => this.transloco.translate(key, params, language);
    return this.placement().gates.map(({ gate, passed, missing, blank = [] }) => {
      const heads = blank.map((head) => words('placement.papers.cost.' + head)).join(', ');
      const hint = missing ? [words('placement.gate.missing.' + missing), heads].filter(Boolean).join(' ') : '';
      return { label: words('placement.gate.label.' + gate), state: passed ? 'done' : 'todo', ...(hint ? { hint } : {}), ...this.linkOf(gate) };
    });
  });

  private linkOf(gate: string): Pick<TaskLine, 'link'> {
    const { employerId, vacancyId, person } = this.placement();
    const links: Readonly<Record<string, readonly unknown[]>> = {
      'employer-cleared': ['/placement/employers', employerId],
      'vacancy-passed': ['/placement/vacancies', vacancyId],
      consent: ['/people', person.id],
    };
    const link = links[gate];
    return link ? { link } : {};
  }
}
