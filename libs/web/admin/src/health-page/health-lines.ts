import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { HealthReportDto } from '@sampan/web-client';
import { momentWords, Status, type Tone } from '@sampan/web-kit';
import { figuresOf, sentenceOf } from './health-words';

export const TONES: Readonly<Record<HealthReportDto['state'], Tone>> = { fine: 'good', look: 'warn', act: 'bad' };

/** One line a topic: how it is, and what to do. */
@Component({
  selector: 'sp-health-lines',
  imports: [RouterLink, TranslocoPipe, Status],
  template: `
    <ul class="sp-list sp-card">
      @for (topic of report().topics; track topic.topic) {
        <li>
          <h2 class="sp-row sp-row--apart">{{ 'admin.health.topic.' + topic.topic | transloco }} <sp-status [tone]="tones[topic.state]">{{ 'admin.health.state.' + topic.state | transloco }}</sp-status></h2>
          <p>{{ sentence(topic, report()) | transloco: figures() }}</p>
          @if (topic.topic === 'failures' && report().deadLetters > 0) { <p><a routerLink="/admin/dead-letters">{{ 'admin.letters.heading' | transloco }}</a></p> }
        </li>
      }
    </ul>
  `,
  styles: `li > :last-child { margin-block-end: 0; }`,
})
export class HealthLines {
  private readonly transloco = inject(TranslocoService);
  readonly report = input.required<HealthReportDto>();
  protected readonly tones = TONES;
  protected readonly sentence = sentenceOf;
  protected readonly figures = computed(() => figuresOf(this.report(), momentWords(this.report().lastBackupAt, this.transloco.activeLang(), { short: true })));
}
