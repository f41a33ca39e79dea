import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, peopleOpen } from '@sampan/web-client';
import { DayPipe, Fact, languageOfScript, Notice, PageHeader, Status, Summary, UserText, Waiting } from '@sampan/web-kit';
import { PersonTimeline } from '@sampan/web-parts';
import { Session } from '@sampan/web-session';
import { AccessBanner } from '../break-glass-page/access-banner';
import { OpeningsPanel } from '../openings-page/openings-panel';
import { fromBirth } from '../person-words/birth';
import { STATUS_TONES } from '../person-words/codes';
import { Nationalities } from '../person-words/nationalities';
import { CaseloadPanel } from './caseload-panel';
import { ConsentsPanel } from './consents-panel';
import { ContactsPanel } from './contacts-panel';
import { DocumentsPanel } from './documents-panel';

/** A person's file: who this is, what may be done, and everything that happened, as far as the reader may see it. */
@Component({
  selector: 'sp-person-page',
  imports: [
    RouterLink, TranslocoPipe, AccessBanner, CaseloadPanel, ConsentsPanel, ContactsPanel, DayPipe, DocumentsPanel, Fact, Notice, OpeningsPanel, PageHeader, PersonTimeline, Status, Summary, UserText, Waiting,
  ],
  templateUrl: './person-page.html',
  styles: `
    .name { display: flex; flex-wrap: wrap; align-items: center; gap: var(--sp-2) var(--sp-3); }
    sp-notice { margin-block-end: var(--sp-4); }
    .missing { display: flex; flex-wrap: wrap; gap: 0 var(--sp-5); }
    .next { display: flex; flex-direction: column; gap: var(--sp-2); }
  `,
})
export class PersonPage {
  readonly personId = input.required<string>();

  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly nationalities = inject(Nationalities);
  protected readonly tones = STATUS_TONES;
  protected readonly born = fromBirth;
  protected readonly languageOfScript = languageOfScript;
  protected readonly person = resource({ params: () => ({ personId: this.personId() }), loader: ({ params }) => this.api.invoke(peopleOpen, params) });
  protected readonly zone = computed(() => {
    const centreId = this.person.hasValue() ? this.person.value().centreId : '';
    return this.session.who()?.centres.find(({ id }) => id === centreId)?.timeZone ?? null;
  });
  /** Whoever never sees a part of the work is not offered it as a filter. */
  protected readonly rooms = computed(() =>
    this.session.can('fact.protection') ? (['people', 'training', 'placement', 'risk', 'cases'] as const) : (['people', 'training', 'placement'] as const),
  );
}
