import { Injectable } from '@nestjs/common';
import { badInput, Clock, newId, notFound, todayIn, UnitOfWork, whyNotMove, type Page, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Consents, Contacts, mayBeUsed, People, Timeline } from '@sampan/people';
import { Audit } from '@sampan/platform';
import { EmployersRepository } from '../employers/employers.repository';
import { PlacementsRepository } from '../placements/placements.repository';
import { refuse } from '../refuse';
import { reachesPerson, scriptFor } from './call-script.rules';
import { toCallSheetDto, type CallSheetDto, type RecordAttemptDto } from './call-sheet.dto';
import { toDueFollowUpDto, type DueFollowUpDto, type FollowUpsQuery } from './follow-up.dto';
import type { FollowUp } from './follow-up.entity';
import { FOLLOW_UP_TRANSITIONS, stateAfterAttempt } from './follow-up.rules';
import { FollowUpsRepository } from './follow-ups.repository';
import { toObservationDto } from './observation.dto';
import { ObservationsRepository } from './observations.repository';

/** Lists of several centres share one "today"; the zones of the region differ by two hours. */
const LIST_ZONE = 'Asia/Bangkok';

@Injectable()
export class FollowUpsService {
  constructor(
    private readonly followUps: FollowUpsRepository,
    private readonly observations: ObservationsRepository,
    private readonly placements: PlacementsRepository,
    private readonly employers: EmployersRepository,
    private readonly people: People,
    private readonly contacts: Contacts,
    private readonly consents: Consents,
    private readonly timeline: Timeline,
    private readonly centres: Centres,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(viewer: Viewer, query: FollowUpsQuery): Promise<Page<DueFollowUpDto>> {
    const today = todayIn(this.clock, LIST_ZONE);
    const page = await this.followUps.list(viewer, query, today);
    const people = await this.people.summaries(viewer, page.items.map(({ personId }) => personId));
    return {
      ...page,
      items: page.items.flatMap((followUp) => {
        const person = people.get(followUp.personId);
        return person ? [toDueFollowUpDto(followUp, person, today)] : [];
      }),
    };
  }

  /** The call sheet opens a part of somebody's file, and shows numbers: it is audited. */
  async open(viewer: Viewer, id: string): Promise<CallSheetDto> {
    const followUp = await this.get(viewer, id);
    await this.audit.record(viewer, { action: 'follow-up.opened', subjectType: 'follow-up', subjectId: id, personId: followUp.personId, centreId: followUp.centreId });
    return this.sheet(viewer, id);
  }

  attempt(viewer: Viewer, followUpId: string, { id = newId(), ...attempt }: RecordAttemptDto): Promise<CallSheetDto> {
    return this.unitOfWork.run(async () => {
      const followUp = await this.followUps.findForChange(viewer, followUpId);
      if (!followUp) {
        throw notFound('FOLLOW_UP_NOT_FOUND', 'The check');
      }
      const earlier = await this.followUps.attemptsOf(followUpId);
      if (earlier.some((one) => one.id === id)) {
        return this.sheet(viewer, followUpId);
      }
      await this.consents.require(viewer, followUp.personId, 'follow-up-contact');
      if (attempt.attemptedOn > (await this.centres.todayAt(followUp.centreId))) {
        throw badInput('DATE_IN_FUTURE', 'This day has not come yet.');
      }
      const reached = reachesPerson(attempt);
      const state = stateAfterAttempt(followUp.state, reached, [...earlier.map(({ channel }) => channel), attempt.channel]);
      refuse(whyNotMove(FOLLOW_UP_TRANSITIONS, followUp.state, state));
      await this.followUps.addAttempt({
        ...attempt, id, followUpId, personId: followUp.personId, centreId: followUp.centreId, script: scriptFor(attempt), attemptedBy: viewer.userId, createdAt: this.clock.now(),
      });
      await this.followUps.change(followUpId, { state, attemptedOn: followUp.attemptedOn ?? attempt.attemptedOn, ...(reached ? { reachedOn: attempt.attemptedOn } : {}) });
      await this.audit.record(viewer, {
        action: 'follow-up.attempted', subjectType: 'follow-up', subjectId: followUpId, personId: followUp.personId, centreId: followUp.centreId, details: { channel: attempt.channel, reached },
      });
      if (reached) {
        await this.tell(followUp);
      }
      return this.sheet(viewer, followUpId);
    });
  }

  async get(viewer: Viewer, id: string): Promise<FollowUp> {
    const followUp = await this.followUps.find(viewer, id);
    if (!followUp) {
      throw notFound('FOLLOW_UP_NOT_FOUND', 'The check');
    }
    return followUp;
  }

  async sheet(viewer: Viewer, id: string): Promise<CallSheetDto> {
    const followUp = await this.get(viewer, id);
    const person = await this.people.getSummary(viewer, followUp.personId);
    const placement = await this.placements.find(viewer, followUp.placementId);
    const mayContact = followUp.state !== 'stopped' && (await this.consents.has(followUp.personId, 'follow-up-contact'));
    const [employer] = placement?.employerId ? await this.employers.findNamed([placement.employerId]) : [];
    return toCallSheetDto(toDueFollowUpDto(followUp, person, await this.centres.todayAt(followUp.centreId)), {
      mayContact,
      contacts: mayContact ? await this.safeContacts(viewer, followUp.personId) : [],
      jobTitle: placement?.title ?? '',
      employerName: employer?.name ?? placement?.employerName ?? null,
      attempts: await this.followUps.attemptsOf(id),
      observations: (await this.observations.ofFollowUp(id)).map(toObservationDto),
    });
  }

  /** An unsafe number is not on the sheet at all: what cannot be seen cannot be dialled by mistake. */
  private async safeContacts(viewer: Viewer, personId: string): Promise<CallSheetDto['contacts']> {
    const contacts = await this.contacts.list(viewer, personId);
    return contacts
      .filter(mayBeUsed)
      .map(({ id, kind, value, whose, safeWhen, whoMayAnswer }) => ({ id, kind, value, whose, safeWhen, whoMayAnswer }));
  }

  private tell({ id, personId, centreId, checkDay }: FollowUp): Promise<void> {
    return this.timeline.append({
      personId, centreId, at: this.clock.now(), kind: 'placement.follow-up-reached', fact: 'fact.placement', data: { checkDay }, sourceType: 'follow-up', sourceId: id,
    });
  }
}
