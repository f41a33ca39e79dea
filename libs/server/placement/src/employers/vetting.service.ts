import { Injectable } from '@nestjs/common';
import { addDays, badInput, Clock, newId, notFound, UnitOfWork, whyNotMove, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Audit } from '@sampan/platform';
import { refuse } from '../refuse';
import { latestChecks, type EmployerFileDto } from './employer.dto';
import type { Employer } from './employer.entity';
import { EmployersRepository } from './employers.repository';
import { EmployersService } from './employers.service';
import { NO_PROPOSAL } from './no-proposal';
import type { DecideClearanceDto, ProposeClearanceDto, RecordCheckDto } from './vetting.dto';
import type { VettingDecision } from './vetting-decision.entity';
import {
  LONGEST_CLEARANCE_DAYS, maySendTo, VETTING_TRANSITIONS, vettingOn, whyNotDecide, whyNotPropose, type CheckResult, type VettingProposal,
} from './vetting.rules';

/** How far an employer may be trusted: one person checks and proposes, another decides; anybody who vets may block at once. */
@Injectable()
export class VettingService {
  constructor(
    private readonly employers: EmployersRepository,
    private readonly files: EmployersService,
    private readonly centres: Centres,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  recordCheck(viewer: Viewer, employerId: string, check: RecordCheckDto): Promise<EmployerFileDto> {
    return this.change(viewer, employerId, async (employer, today) => {
      if (check.checkedOn > today) {
        throw badInput('DATE_IN_FUTURE', 'A check cannot have happened after today.');
      }
      await this.employers.addCheck({
        id: newId(), employerId, centreId: employer.centreId, kind: check.kind, result: check.result, evidence: check.evidence,
        checkedOn: check.checkedOn, checkedBy: viewer.userId, createdAt: this.clock.now(),
      });
      await this.employers.change(employerId, afterCheck(employer, check.result, today));
      await this.record(viewer, employer, 'employer.checked', { kind: check.kind, result: check.result });
    });
  }

  propose(viewer: Viewer, employerId: string, { outcome, validUntil, conditions = null }: ProposeClearanceDto): Promise<EmployerFileDto> {
    return this.change(viewer, employerId, async (employer, today) => {
      await this.refuseUnlessProven(employer, { outcome, validUntil, conditions }, today);
      const proposal = { proposedOutcome: outcome, proposedValidUntil: validUntil, proposedConditions: conditions, proposedBy: viewer.userId, proposedAt: this.clock.now() };
      await this.employers.change(employerId, { ...proposal, ...(employer.vettingState === 'expired' ? { vettingState: 'in-review' } : {}) });
      await this.record(viewer, employer, 'employer.clearance-proposed', { outcome, validUntil });
    });
  }

  decide(viewer: Viewer, employerId: string, { approved, reason = null }: DecideClearanceDto): Promise<EmployerFileDto> {
    return this.change(viewer, employerId, async (employer, today) => {
      refuse(whyNotDecide(employer.proposedBy, viewer.userId));
      const { proposedOutcome: outcome, proposedValidUntil: validUntil, proposedConditions: conditions, proposedBy } = employer;
      if (!approved || !outcome || !validUntil) {
        await this.employers.change(employerId, NO_PROPOSAL);
        return this.decided(viewer, employer, { approved: false, state: employer.vettingState, reason, proposedBy, validUntil: employer.validUntil });
      }
      // Asked again: a check may have failed since it was proposed.
      await this.refuseUnlessProven(employer, { outcome, validUntil, conditions }, today);
      refuse(whyNotMove(VETTING_TRANSITIONS, employer.vettingState, outcome));
      await this.employers.change(employerId, { ...NO_PROPOSAL, vettingState: outcome, validUntil, conditions });
      return this.decided(viewer, employer, { approved, state: outcome, reason, proposedBy, validUntil });
    });
  }

  block(viewer: Viewer, employerId: string, reason: string): Promise<EmployerFileDto> {
    return this.change(viewer, employerId, async (employer) => {
      refuse(whyNotMove(VETTING_TRANSITIONS, employer.vettingState, 'blocked'));
      await this.employers.change(employerId, { ...NO_PROPOSAL, vettingState: 'blocked', validUntil: null, conditions: null, blockedReason: reason });
      await this.decided(viewer, employer, { approved: true, state: 'blocked', reason, proposedBy: null, validUntil: null });
    });
  }

  /** Looking again, at a blocked employer or at one that is still cleared: until decided anew, nobody is sent. */
  reopen(viewer: Viewer, employerId: string, reason: string): Promise<EmployerFileDto> {
    return this.change(viewer, employerId, async (employer) => {
      refuse(whyNotMove(VETTING_TRANSITIONS, employer.vettingState, 'in-review'));
      await this.employers.change(employerId, { ...NO_PROPOSAL, vettingState: 'in-review', validUntil: null, conditions: null, blockedReason: null });
      await this.decided(viewer, employer, { approved: true, state: 'in-review', reason, proposedBy: null, validUntil: null });
    });
  }

  private async refuseUnlessProven({ id, kind, vettingState: state }: Employer, proposal: VettingProposal, today: string): Promise<void> {
    const checks = latestChecks(await this.employers.checksOf(id));
    refuse(whyNotPropose({ ...proposal, kind, state, checks, today, latest: addDays(today, LONGEST_CLEARANCE_DAYS) }));
  }

  private change(viewer: Viewer, employerId: string, action: (employer: Employer, today: string) => Promise<void>): Promise<EmployerFileDto> {
    return this.unitOfWork.run(async () => {
      const employer = await this.employers.findForChange(viewer, employerId);
      if (!employer) {
        throw notFound('EMPLOYER_NOT_FOUND', 'The employer');
      }
      await action(employer, await this.centres.todayAt(employer.centreId));
      return this.files.file(viewer, employerId);
    });
  }

  private async decided(viewer: Viewer, { id, centreId }: Employer, decision: Pick<VettingDecision, 'approved' | 'state' | 'reason' | 'proposedBy' | 'validUntil'>): Promise<void> {
    await this.employers.addDecision({ ...decision, id: newId(), employerId: id, centreId, decidedBy: viewer.userId, decidedAt: this.clock.now() });
    await this.record(viewer, { id, centreId }, 'employer.vetting-decided', { state: decision.state, approved: decision.approved });
  }

  private record(viewer: Viewer, { id, centreId }: Pick<Employer, 'id' | 'centreId'>, action: string, details: Record<string, unknown>): Promise<void> {
    return this.audit.record(viewer, { action, subjectType: 'employer', subjectId: id, centreId, details });
  }
}

/** The first check starts the review; a failed one ends a clearance at once. */
const afterCheck = ({ vettingState, validUntil }: Employer, result: CheckResult, today: string): Partial<Employer> => {
  const state = vettingOn(vettingState, validUntil, today);
  const back = state === 'unvetted' || state === 'expired' || (result === 'failed' && maySendTo(state));
  return back ? { vettingState: 'in-review', validUntil: null, conditions: null } : { vettingState };
};
