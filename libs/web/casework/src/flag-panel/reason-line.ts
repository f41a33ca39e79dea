import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RiskReasonDto } from '@sampan/web-client';
import { DayPipe } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { sourceLink } from './source-link';
import { SpokenPipe } from './spoken';

/** One fact in plain words: which way it moves the score and how far, since when, until when, and where it comes from. */
@Component({
  selector: 'sp-reason-line',
  imports: [RouterLink, TranslocoPipe, DayPipe, SpokenPipe],
  templateUrl: './reason-line.html',
  styleUrl: './reason-line.scss',
})
export class ReasonLine {
  readonly reason = input.required<RiskReasonDto>();
  readonly personId = input.required<string>();
  private readonly session = inject(Session);
  protected readonly signed = computed(
    () => `${this.reason().points > 0 ? '+' : '−'}${Math.abs(this.reason().points)}`,
  );
  protected readonly link = computed(() =>
    sourceLink(this.reason().source, this.personId(), (permission) => this.session.can(permission)),
  );
}
