import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, timelineList, type TimelineEntryDto } from '@sampan/web-client';
import { FilterChips, Icon, pagedList, Timeline, TimelineEntry, UserText } from '@sampan/web-kit';
import { Problems } from '@sampan/web-session';
import { detailsOf, lookOf } from './entry-words';

const ROOMS = ['people', 'training', 'placement', 'risk', 'cases'] as const;
type Room = (typeof ROOMS)[number];

/** Everything that happened to somebody, as far as the server lets this reader see it. */
@Component({
  selector: 'sp-person-timeline',
  imports: [TranslocoPipe, FilterChips, Icon, Timeline, TimelineEntry, UserText],
  templateUrl: './person-timeline.html',
  styles: `:host { display: block; } sp-filter-chips { display: block; margin-block-end: var(--sp-4); }`,
})
export class PersonTimeline {
  readonly personId = input.required<string>();
  readonly zone = input<string | null>(null);
  /** The parts of the work to offer as filters; leave out what this reader never sees. */
  readonly rooms = input<readonly Room[]>(ROOMS);

  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);
  private readonly problems = inject(Problems);
  protected readonly room = signal<string>('');
  protected readonly list = pagedList({
    params: () => ({ personId: this.personId(), ...(this.room() ? { rooms: [this.room() as Room] } : {}) }),
    load: (request) => this.api.invoke(timelineList, request),
  });
  protected readonly entries = computed(() => {
    const language = this.transloco.activeLang();
    return this.list.rows().map((entry) => ({ ...entry, ...lookOf(entry.kind), heading: this.headingOf(entry), details: detailsOf(entry.data, language) }));
  });
  protected readonly why = computed(() => (this.list.status() === 'failed' ? this.problems.text(this.list.error()) : ''));
  protected readonly choices = computed(() => {
    this.transloco.activeLang();
    return [{ value: '', label: this.transloco.translate('parts.room.all') }, ...this.rooms().map((room) => ({ value: room, label: this.transloco.translate(`parts.room.${room}`) }))];
  });

  private headingOf({ kind }: TimelineEntryDto): string {
    const known = this.transloco.getTranslation(this.transloco.activeLang())[`parts.timeline.${kind}`];
    return this.transloco.translate(known ? `parts.timeline.${kind}` : 'parts.timelineOther');
  }
}
