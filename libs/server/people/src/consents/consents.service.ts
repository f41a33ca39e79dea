import { Injectable } from '@nestjs/common';
import { Clock, DomainError, Events, newId, notFound, ruleBroken, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Audit } from '@sampan/platform';
import { birthOf, leastAge, treatAsMinor } from '../persons/partial-date.rules';
import { PersonFiling } from '../persons/person-filing.service';
import type { Person } from '../persons/person.entity';
import { getPerson, getPersonForChange, personNotFound, PersonsRepository } from '../persons/persons.repository';
import { Timeline } from '../timeline/timeline.service';
import type { ConsentOverride } from './consent-override.entity';
import type { Consent } from './consent.entity';
import { ConsentWithdrawn } from './consent.events';
import {
  allowedGivers, CONSENT_PURPOSES, CONSENT_TRANSITIONS, consentState, mayProceed, type ConsentPurpose, type ConsentState, type LegalBasis,
} from './consent.rules';
import { ConsentsRepository } from './consents.repository';

export type NewConsent = Pick<Consent, 'purpose' | 'answer' | 'noticeVersion' | 'noticeLanguage' | 'method' | 'givenBy'> & {
  readonly id?: string | undefined;
  readonly recipient?: string | null | undefined;
  readonly withhold?: string | null | undefined;
  readonly validUntil?: string | null | undefined;
};

export interface PurposeState {
  readonly purpose: ConsentPurpose;
  readonly state: ConsentState;
  readonly basis: LegalBasis;
  /** Newest first; never changed. */
  readonly history: readonly Consent[];
}

export interface NewOverride {
  readonly id: string;
  readonly purpose: ConsentPurpose;
  readonly basis: LegalBasis;
  readonly reason: string;
}

/** What somebody agreed to, purpose by purpose. Refusing costs nothing; without a basis the work on that purpose stops. */
@Injectable()
export class Consents {
  constructor(
    private readonly consents: ConsentsRepository,
    private readonly persons: PersonsRepository,
    private readonly filing: PersonFiling,
    private readonly timeline: Timeline,
    private readonly centres: Centres,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async list(viewer: Viewer, personId: string): Promise<PurposeState[]> {
    const person = await getPerson(this.persons, viewer, personId);
    const { country, today } = await this.placeOf(person);
    const history = await this.consents.history(await this.persons.recordsOf(personId));
    return Promise.all(
      CONSENT_PURPOSES.map(async (purpose) => {
        const answers = history.filter((consent) => consent.purpose === purpose);
        return { purpose, state: consentState(answers[0] ?? null, today), basis: await this.consents.basisOf(country, purpose), history: answers };
      }),
    );
  }

  async find(viewer: Viewer, personId: string, consentId: string): Promise<{ consent: Consent; organisationId: string }> {
    const person = await getPerson(this.persons, viewer, personId);
    const consent = await this.consents.find(personId, consentId);
    if (!consent) {
      throw notFound('CONSENT_NOT_FOUND', 'The consent');
    }
    return { consent, organisationId: await this.centres.organisationOf(person.centreId) };
  }

  record(viewer: Viewer, personId: string, answer: NewConsent): Promise<Consent> {
    return this.unitOfWork.run(async () => {
      const person = await getPersonForChange(this.persons, viewer, personId);
      const known = answer.id ? await this.consents.find(personId, answer.id) : null;
      return known ?? this.add(viewer, person, answer);
    });
  }

  /** The person is locked by the caller, so that two answers to one purpose follow each other. */
  async add(viewer: Viewer, person: Person, answer: NewConsent): Promise<Consent> {
    const { country, today } = await this.placeOf(person);
    const state = consentState(await this.consents.latest(await this.persons.recordsOf(person.id), answer.purpose), today);
    const refusal = whyNotAnswer(state, answer) ?? (await this.whyNotGivenBy(person, answer, country, today));
    if (refusal) {
      throw refusal;
    }
    const consent: Omit<Consent, 'person'> = {
      id: answer.id ?? newId(), personId: person.id, centreId: person.centreId, purpose: answer.purpose, answer: answer.answer,
      basis: await this.consents.basisOf(country, answer.purpose), noticeVersion: answer.noticeVersion, noticeLanguage: answer.noticeLanguage, method: answer.method,
      givenBy: answer.givenBy, recipient: answer.recipient ?? null, withhold: answer.withhold ?? null, validUntil: answer.validUntil ?? null,
      explainedBy: viewer.userId, recordedAt: this.clock.now(),
    };
    await this.consents.add(consent);
    await this.filing.refresh(person.id);
    await this.timeline.append({
      personId: person.id, centreId: person.centreId, at: consent.recordedAt, kind: `people.consent-${answer.answer}`, fact: 'fact.identity',
      data: { purpose: answer.purpose }, sourceType: 'consent', sourceId: consent.id,
    });
    if (answer.answer === 'withdrawn') {
      await this.events.announce(new ConsentWithdrawn(person.id, person.centreId, answer.purpose));
    }
    const details = { purpose: answer.purpose, answer: answer.answer };
    await this.audit.record(viewer, { action: 'consent.recorded', subjectType: 'consent', subjectId: consent.id, personId: person.id, centreId: person.centreId, details });
    return consent;
  }

  /** Refuses with CONSENT_MISSING when the purpose has no basis; an override for it is used up by this. */
  async require(viewer: Viewer, personId: string, purpose: ConsentPurpose): Promise<void> {
    if (await this.has(personId, purpose)) {
      return;
    }
    const override = await this.consents.useOverride(personId, purpose, this.clock.now());
    if (!override) {
      throw ruleBroken('CONSENT_MISSING', 'The person has not agreed to this.', { purpose });
    }
    await this.audit.record(viewer, { action: 'consent-override.used', subjectType: 'consent-override', subjectId: override, personId, details: { purpose } });
  }

  /** Whether the work on this purpose has a basis today. Asks nobody's permission: for rules inside the product. */
  async has(personId: string, purpose: ConsentPurpose): Promise<boolean> {
    const person = await this.persons.findAnyones(personId);
    if (!person) {
      throw personNotFound();
    }
    const { country, today } = await this.placeOf(person);
    const latest = await this.consents.latest(await this.persons.recordsOf(personId), purpose);
    return mayProceed(consentState(latest, today), await this.consents.basisOf(country, purpose));
  }

  /** Leave for one action without consent. Shown to the supervisor with its reason. */
  allowOnce(viewer: Viewer, personId: string, { id, purpose, basis, reason }: NewOverride): Promise<void> {
    return this.unitOfWork.run(async () => {
      const person = await getPersonForChange(this.persons, viewer, personId);
      const known = await this.consents.listOverrides(personId);
      if (known.some((override) => override.id === id)) {
        return;
      }
      await this.consents.addOverride({ id, personId, centreId: person.centreId, purpose, basis, reason, allowedBy: viewer.userId, allowedAt: this.clock.now(), usedAt: null });
      await this.audit.record(viewer, { action: 'consent-override.allowed', subjectType: 'consent-override', subjectId: id, personId, centreId: person.centreId, details: { purpose, basis } });
    });
  }

  async overrides(viewer: Viewer, personId: string): Promise<ConsentOverride[]> {
    await getPerson(this.persons, viewer, personId);
    return this.consents.listOverrides(personId);
  }

  private async whyNotGivenBy(person: Person, { answer, givenBy }: NewConsent, country: string, today: string): Promise<DomainError | null> {
    const birth = birthOf(person);
    const minor = treatAsMinor(birth, person.ageInDoubt, today);
    const allowed = allowedGivers(birth && !person.ageInDoubt ? leastAge(birth, today) : null, minor, person.guardianImplicated === true, await this.consents.agesOf(country));
    // Anybody may refuse or withdraw for themselves; only agreeing needs the right people.
    return answer !== 'given' || allowed.includes(givenBy)
      ? null
      : ruleBroken('CONSENT_NOT_THEIRS_ALONE', 'Somebody else has to agree as well.', { allowed });
  }

  private async placeOf({ centreId }: Pick<Person, 'centreId'>): Promise<{ country: string; today: string }> {
    return { country: await this.centres.countryOf(centreId), today: await this.centres.todayAt(centreId) };
  }
}

const whyNotAnswer = (state: ConsentState, { answer, purpose }: NewConsent): DomainError | null =>
  CONSENT_TRANSITIONS[state].includes(answer)
    ? null
    : ruleBroken('TRANSITION_REFUSED', 'This answer cannot follow the one before.', { purpose, from: state, to: answer, allowed: CONSENT_TRANSITIONS[state] });
