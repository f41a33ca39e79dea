import { Injectable } from '@nestjs/common';
import { assertVersion, can, Cipher, Clock, newId, notAllowed, notFound, UnitOfWork, whyNotMove, type Page, type Viewer } from '@sampan/kernel';
import { People } from '@sampan/people';
import { Audit } from '@sampan/platform';
import { PlacementsRepository } from '../placements/placements.repository';
import { refuse } from '../refuse';
import { toConcernDto, type ConcernDto, type ConcernReceiptDto, type ConcernsQuery, type ConcernWordsDto, type MoveConcernDto, type ReportConcernDto, type TriageConcernDto } from './concern.dto';
import { ConcernsRaised } from './concerns-raised';
import { ConcernsRepository } from './concerns.repository';
import type { LabourConcern } from './labour-concern.entity';
import { CONCERN_TRANSITIONS, maySeeReporter, whyNotMediate } from './labour-concern.rules';

@Injectable()
export class ConcernsService {
  constructor(
    private readonly concerns: ConcernsRepository,
    private readonly raised: ConcernsRaised,
    private readonly placements: PlacementsRepository,
    private readonly people: People,
    private readonly cipher: Cipher,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(viewer: Viewer, query: ConcernsQuery): Promise<Page<ConcernDto>> {
    const page = await this.concerns.list(viewer, query);
    const people = await this.people.summaries(viewer, page.items.map(({ personId }) => personId));
    return {
      ...page,
      items: page.items.flatMap((concern) => {
        const person = people.get(concern.personId);
        return person ? [toConcernDto(concern, person, null)] : [];
      }),
    };
  }

  async open(viewer: Viewer, id: string): Promise<ConcernDto> {
    const concern = await this.get(viewer, id);
    await this.record(viewer, concern, 'concern.opened');
    return this.present(viewer, concern);
  }

  /** Tells no more than that it was received: whoever reports need not be allowed to read concerns. */
  report(viewer: Viewer, { id = newId(), personId, placementId = null, indicators, words = null, reportedBy, reporter = null }: ReportConcernDto): Promise<ConcernReceiptDto> {
    return this.unitOfWork.run(async () => {
      const person = await this.people.getSummary(viewer, personId);
      if (placementId && (await this.placements.find(viewer, placementId))?.personId !== personId) {
        throw notFound('PLACEMENT_NOT_FOUND', 'The placement');
      }
      if (!(await this.concerns.find(viewer, id))) {
        await this.raised.raise(viewer, {
          id, personId, centreId: person.centreId, placementId, source: 'reported', raisedBy: null, indicators, worries: [], treatAsMinor: person.treatAsMinor, words, reportedBy, reporter,
        });
      }
      return { id };
    });
  }

  triage(viewer: Viewer, id: string, { severity, handlerId, version }: TriageConcernDto): Promise<ConcernDto> {
    return this.change(viewer, id, version, (concern) => {
      refuse(whyNotMove(CONCERN_TRANSITIONS, concern.state, 'triaged'));
      return { state: 'triaged', severity, handlerId: handlerId ?? viewer.userId };
    });
  }

  move(viewer: Viewer, id: string, { to, outcome, version }: MoveConcernDto): Promise<ConcernDto> {
    return this.change(viewer, id, version, (concern) => {
      refuse(whyNotMove(CONCERN_TRANSITIONS, concern.state, to));
      if (to === 'mediating') {
        refuse(whyNotMediate(concern));
      }
      return { state: to, ...(outcome ? { outcome } : {}) };
    });
  }

  /** Level-3 narrative: with a reason, which is kept, and only for those who may. */
  openWords(viewer: Viewer, id: string, reason: string): Promise<ConcernWordsDto> {
    return this.unitOfWork.run(async () => {
      const concern = await this.get(viewer, id);
      if (!can(viewer, 'fact.sensitive')) {
        throw notAllowed('WORDS_SENSITIVE', 'Only somebody who may read sensitive narrative opens these words.');
      }
      await this.record(viewer, concern, 'concern.sensitive-opened', { reason });
      return { words: concern.sealedWords === null ? null : this.cipher.decrypt(concern.sealedWords) };
    });
  }

  private change(viewer: Viewer, id: string, version: number, decide: (concern: LabourConcern) => Partial<LabourConcern>): Promise<ConcernDto> {
    return this.unitOfWork.run(async () => {
      const concern = await this.concerns.findForChange(viewer, id);
      if (!concern) {
        throw notFound('CONCERN_NOT_FOUND', 'The concern');
      }
      assertVersion(concern, version);
      const change = decide(concern);
      await this.concerns.change(id, { ...change, changedAt: this.clock.now() });
      await this.record(viewer, concern, `concern.${change.state}`);
      return this.present(viewer, await this.get(viewer, id));
    });
  }

  private async get(viewer: Viewer, id: string): Promise<LabourConcern> {
    const concern = await this.concerns.find(viewer, id);
    if (!concern) {
      throw notFound('CONCERN_NOT_FOUND', 'The concern');
    }
    return concern;
  }

  private async present(viewer: Viewer, concern: LabourConcern): Promise<ConcernDto> {
    const person = await this.people.getSummary(viewer, concern.personId);
    const sees = maySeeReporter(can(viewer, 'fact.concern-reporter'), concern.handlerId, viewer.userId);
    const reporter = concern.sealedReporter === null ? null : () => this.cipher.decrypt(concern.sealedReporter ?? '');
    return toConcernDto(concern, person, sees ? { reportedBy: concern.reportedBy, reporter: reporter?.() ?? null } : null);
  }

  private record(viewer: Viewer, { id, personId, centreId }: LabourConcern, action: string, details: Record<string, unknown> = {}): Promise<void> {
    return this.audit.record(viewer, { action, subjectType: 'labour-concern', subjectId: id, personId, centreId, details });
  }
}
