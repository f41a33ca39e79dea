import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, conflict, type DomainError, newId, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Timeline } from '@sampan/people';
import { Audit } from '@sampan/platform';
import type { Case } from './case.entity';
import { CASE_NUMBERS, caseNumberOf } from './case-number.rules';
import { type CaseSource, stageOf } from './case.rules';
import { CasesRepository } from './cases.repository';

export interface NewCase {
  readonly id: string;
  readonly person: { readonly id: string; readonly centreId: string };
  readonly source: CaseSource;
  readonly flagId: string | null;
  readonly ownerId: string | null;
  /** Null when nobody has spoken with the person yet: a case from a flag. */
  readonly intake: { readonly presentingIssue: string; readonly urgentConcern: string | null } | null;
}

/** Opens a case, from a talk or from a flag; one open case per person and organisation. */
@Injectable()
export class CaseOpening {
  constructor(
    private readonly cases: CasesRepository,
    private readonly centres: Centres,
    private readonly timeline: Timeline,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async open(viewer: Viewer, { id, person, source, flagId, ownerId, intake }: NewCase): Promise<Case> {
    const organisationId = await this.centres.organisationOf(person.centreId);
    if (await this.cases.findOpenOf(organisationId, person.id)) {
      throw alreadyOpen();
    }

    const openedAt = this.clock.now();
    const facts = {
      ownerId,
      intakeRecordedAt: intake ? openedAt : null,
      assessedAt: null,
      planAgreedAt: null,
      closureRequestedAt: null,
      closedAt: null,
      reopenedAt: null,
      rejectedAt: null,
    };
    const file: Omit<Case, 'version'> = {
      ...facts,
      id,
      personId: person.id,
      centreId: person.centreId,
      organisationId,
      number: await this.draw(),
      stage: stageOf(facts),
      source,
      flagId,
      presentingIssue: intake?.presentingIssue ?? null,
      urgentConcern: intake?.urgentConcern ?? null,
      openedBy: viewer.userId,
      openedAt,
      planAgreedOn: null,
      planAgreedWith: null,
      closureReason: null,
      closureOutcome: null,
      reopeningReason: null,
      rejectionReason: null,
    };
    if (!(await this.cases.add(file))) {
      throw alreadyOpen();
    }
    await this.audit.record(viewer, {
      action: 'case.begun',
      subjectType: 'case',
      subjectId: id,
      personId: person.id,
      centreId: person.centreId,
      details: { source, flagId },
    });
    await this.timeline.append({
      personId: person.id,
      centreId: person.centreId,
      at: openedAt,
      kind: 'cases.opened',
      fact: 'fact.protection',
      data: { number: file.number, source },
      sourceType: 'case',
      sourceId: id,
    });
    return { ...file, version: 1 };
  }

  /** A million numbers per node and a few thousand cases: the second draw is already rare. */
  private async draw(): Promise<string> {
    const number = caseNumberOf(randomInt(CASE_NUMBERS));
    return (await this.cases.numberIsTaken(number)) ? this.draw() : number;
  }
}

export const alreadyOpen = (): DomainError =>
  conflict('CASE_ALREADY_OPEN', 'This person has an open case; add to that one.');

/** The id that a client minted, or a new one. */
export const idOr = (minted: string | undefined): string => minted ?? newId();
