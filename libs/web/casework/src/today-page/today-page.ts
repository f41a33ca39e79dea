import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, type CallFirstDto, todayGet } from '@sampan/web-client';
import { Empty, PageHeader, Status, type Tone, UserText, Waiting } from '@sampan/web-kit';
import { ContactAdvice } from './contact-advice';
import { ReasonWords } from './reason-words';

const TONES: Readonly<Record<CallFirstDto['urgency'], Tone>> = { now: 'bad', today: 'warn', soon: 'info', 'this-week': 'neutral' };

/** Whom to call first, and why: the first thing a social worker sees in the morning, on a phone. */
@Component({
  selector: 'sp-today-page',
  imports: [RouterLink, TranslocoPipe, Empty, PageHeader, Status, UserText, Waiting, ContactAdvice, ReasonWords],
  templateUrl: './today-page.html',
  styleUrl: './today-page.scss',
})
export class TodayPage {
  private readonly api = inject(Api);
  protected readonly today = resource({ loader: () => this.api.invoke(todayGet) });
  protected readonly people = computed(() => (this.today.hasValue() ? this.today.value().people : []));
  protected readonly tones = TONES;
}
