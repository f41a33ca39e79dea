import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { DayPipe, Status } from '@sampan/web-kit';
import { type NamedPerson, PersonLine } from './person-line';

export interface PersonOnCard extends NamedPerson {
  readonly sex?: 'female' | 'male' | 'other' | 'unknown';
  readonly birth?: { readonly date: string; readonly precision: 'day' | 'month' | 'year' | 'estimated-age' } | null;
  readonly treatAsMinor?: boolean;
}

const LENGTHS = { day: 10, month: 7, year: 4, 'estimated-age': 4 } as const;

/** Who this is, at a glance; whatever else belongs to the page goes inside. Says nothing about protection. */
@Component({
  selector: 'sp-person-card',
  imports: [TranslocoPipe, DayPipe, Status, PersonLine],
  host: { class: 'sp-card' },
  template: `
    <sp-person-line [person]="person()" [plain]="plain()" />
    <p class="facts">
      @if (person().sex; as sex) { <span>{{ 'parts.sex.' + sex | transloco }}</span> }
      @if (born(); as date) { <span>{{ (about() ? 'parts.bornAbout' : 'parts.born') | transloco: { day: (date | spDay) } }}</span> }
      @if (person().treatAsMinor) { <sp-status tone="info" icon="shield">{{ 'parts.asMinor' | transloco }}</sp-status> }
    </p>
    <ng-content />
  `,
  styles: `.facts { display: flex; flex-wrap: wrap; gap: var(--sp-1) var(--sp-3); margin-block: var(--sp-1) var(--sp-2); color: var(--sp-ink-soft); }`,
})
export class PersonCard {
  readonly person = input.required<PersonOnCard>();
  readonly plain = input(false);
  protected readonly born = computed(() => {
    const birth = this.person().birth;
    return birth ? birth.date.slice(0, LENGTHS[birth.precision]) : null;
  });
  protected readonly about = computed(() => this.person().birth?.precision === 'estimated-age');
}
