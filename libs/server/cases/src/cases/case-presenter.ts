import { Injectable } from '@nestjs/common';
import type { Viewer } from '@sampan/kernel';
import { People, showReference, type PersonSummary } from '@sampan/people';
import { ApprovalsRepository, type ShownRequest } from '../approvals/approvals.repository';
import { WorkerNames } from '../workers/worker-names';
import type { Case } from './case.entity';
import type { CaseDto, CaseLineDto, CasePersonDto, ClosureRequestDto } from './case.dto';
import { barOf, CASE_STAGE_MOVES } from './case.rules';
import type { CaseLine } from './cases.repository';

/** Turns cases into what a screen shows: with the person's name and the owner's. */
@Injectable()
export class CasePresenter {
  constructor(
    private readonly people: People,
    private readonly names: WorkerNames,
    private readonly approvals: ApprovalsRepository,
  ) {}

  async lines(viewer: Viewer, cases: readonly CaseLine[]): Promise<CaseLineDto[]> {
    const people = await this.people.summaries(
      viewer,
      cases.map(({ personId }) => personId),
    );
    const names = await this.names.of(cases.map(({ ownerId }) => ownerId));
    return cases.flatMap((file) => {
      const person = people.get(file.personId);
      return person ? [toLine(file, person, names)] : [];
    });
  }

  async page(viewer: Viewer, file: Case): Promise<CaseDto> {
    const person = await this.people.getSummary(viewer, file.personId);
    const closure = await this.approvals.findLatestRequest(file.id);
    const names = await this.names.of([file.ownerId, closure?.requestedBy ?? null]);
    return {
      ...toLine(file, person, names),
      source: file.source,
      flagId: file.flagId,
      presentingIssue: file.presentingIssue,
      urgentConcern: file.urgentConcern,
      bar: [...barOf(file)],
      nextStages: CASE_STAGE_MOVES[file.stage],
      planAgreedOn: file.planAgreedOn,
      planAgreedWith: file.planAgreedWith,
      closureRequest: closure && toClosureRequest(closure, names),
      closureReason: file.closureReason,
      closureOutcome: file.closureOutcome,
      closedAt: file.closedAt?.toISOString() ?? null,
      reopeningReason: file.reopeningReason,
      rejectionReason: file.rejectionReason,
      version: file.version,
    };
  }
}

export const toCasePerson = ({ id, reference, fullName, latinName, treatAsMinor }: PersonSummary): CasePersonDto => ({
  id,
  reference: showReference(reference),
  fullName,
  latinName,
  treatAsMinor,
});

const toLine = (file: CaseLine, person: PersonSummary, names: ReadonlyMap<string, string>): CaseLineDto => ({
  id: file.id,
  number: file.number,
  person: toCasePerson(person),
  centreId: file.centreId,
  stage: file.stage,
  ownerId: file.ownerId,
  ownerName: (file.ownerId && names.get(file.ownerId)) ?? null,
  openedAt: file.openedAt.toISOString(),
});

const toClosureRequest = (approval: ShownRequest, names: ReadonlyMap<string, string>): ClosureRequestDto => ({
  requestedBy: approval.requestedBy,
  requestedByName: names.get(approval.requestedBy) ?? null,
  requestedAt: approval.requestedAt.toISOString(),
  state: approval.state,
  comment: approval.comment,
});
