import { Injectable } from '@nestjs/common';
import { Cipher, Clock, Events, newId, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Timeline } from '@sampan/people';
import { Audit } from '@sampan/platform';
import { ConcernsRepository } from './concerns.repository';
import type { LabourConcern } from './labour-concern.entity';
import { LabourConcernReported } from './labour-concern.events';
import { suggestedSeverity, type ReportedBy } from './labour-concern.rules';

export interface NewConcern extends Pick<LabourConcern, 'personId' | 'centreId' | 'placementId' | 'source' | 'raisedBy' | 'indicators' | 'treatAsMinor'> {
  readonly id?: string;
  readonly worries: readonly string[];
  readonly words: string | null;
  readonly reportedBy?: ReportedBy | null;
  readonly reporter?: string | null;
}

/** Every concern comes in here, whether a person reported it or a check or a record raised it. Call it inside a unit of work. */
@Injectable()
export class ConcernsRaised {
  constructor(
    private readonly concerns: ConcernsRepository,
    private readonly centres: Centres,
    private readonly timeline: Timeline,
    private readonly cipher: Cipher,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async raise(viewer: Viewer, { id = newId(), words, reporter = null, reportedBy = null, worries, ...facts }: NewConcern): Promise<string> {
    if (facts.raisedBy !== null && (await this.concerns.wasRaisedBy(facts.raisedBy))) {
      return id;
    }
    const severity = suggestedSeverity(facts);
    await this.concerns.add({
      ...facts,
      id,
      receivedOn: await this.centres.todayAt(facts.centreId),
      worries: [...worries],
      severity,
      state: 'received',
      handlerId: null,
      sealedWords: words ? this.cipher.encrypt(words) : null,
      reportedBy,
      sealedReporter: reporter ? this.cipher.encrypt(reporter) : null,
      outcome: null,
      changedAt: this.clock.now(),
      version: 1,
    });
    const { personId, centreId, indicators } = facts;
    await this.audit.record(viewer, { action: 'concern.received', subjectType: 'labour-concern', subjectId: id, personId, centreId, details: { severity, source: facts.source } });
    await this.timeline.append({
      personId, centreId, at: this.clock.now(), kind: 'placement.concern-received', fact: 'fact.protection', data: { severity }, sourceType: 'labour-concern', sourceId: id,
    });
    await this.events.announce(new LabourConcernReported(personId, centreId, id, severity, indicators, worries));
    return id;
  }
}
