import { Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Api, type CaseDto, casesAssign, casesClose, casesReject, casesReopen, type CloseCaseDto, type RejectCaseDto, usersList } from '@sampan/web-client';
import { action, Asking, Control, Field, ProblemNotice, SpForm } from '@sampan/web-kit';
import { Session } from '@sampan/web-session';
import { CLOSURE_OUTCOMES, CLOSURE_REASONS, REJECTION_REASONS } from '../words';

type Open = 'nothing' | 'assign' | 'close' | 'reject';
const CASE_WORKERS = ['social-worker', 'supervisor'];

/** What may be done with the whole case: give it to somebody, close it, reject it, reopen it. */
@Component({
  selector: 'sp-case-actions',
  imports: [ReactiveFormsModule, TranslocoPipe, Control, Field, ProblemNotice, SpForm],
  templateUrl: './case-actions.html',
})
export class CaseActions {
  readonly file = input.required<CaseDto>();
  readonly changed = output<CaseDto>();

  private readonly api = inject(Api);
  private readonly asking = inject(Asking);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);
  protected readonly reasons = CLOSURE_REASONS;
  protected readonly outcomes = CLOSURE_OUTCOMES;
  protected readonly rejections = REJECTION_REASONS;
  protected readonly showing = signal<Open>('nothing');

  protected readonly may = computed(() => {
    const next: readonly string[] = this.file().nextStages;
    const closes = this.session.can('case.close');
    return {
      assign: this.session.can('case.assign') && !['closed', 'rejected'].includes(this.file().stage),
      close: closes && next.includes('closing'),
      reject: closes && next.includes('rejected'),
      reopen: closes && this.file().stage === 'closed',
    };
  });

  /** Asked for only when somebody is about to be chosen. */
  protected readonly workers = resource({
    params: () => (this.showing() === 'assign' ? { except: this.file().ownerId } : undefined),
    loader: async ({ params: { except } }) =>
      (await this.api.invoke(usersList)).filter(({ id, roles }) => id !== except && roles.some((role) => CASE_WORKERS.includes(role))),
  });

  protected readonly owner = new FormGroup({ ownerId: new FormControl('', { nonNullable: true, validators: Validators.required }) });
  protected readonly closing = new FormGroup({
    reason: new FormControl<CloseCaseDto['reason'] | ''>('', { nonNullable: true, validators: Validators.required }),
    outcome: new FormControl<CloseCaseDto['outcome'] | ''>('', { nonNullable: true, validators: Validators.required }),
  });
  protected readonly rejecting = new FormGroup({
    reason: new FormControl<RejectCaseDto['reason'] | ''>('', { nonNullable: true, validators: Validators.required }),
  });

  protected readonly assign = action(async () => {
    const { ownerId } = this.owner.getRawValue();
    this.done(await this.api.invoke(casesAssign, { ...this.which(), body: { ownerId, version: this.file().version } }));
  });

  protected readonly close = action(async () => {
    const { reason, outcome } = this.closing.getRawValue();
    if (reason && outcome) {
      this.done(await this.api.invoke(casesClose, { ...this.which(), body: { reason, outcome, version: this.file().version } }));
    }
  });

  protected readonly reject = action(async () => {
    const { reason } = this.rejecting.getRawValue();
    if (reason) {
      this.done(await this.api.invoke(casesReject, { ...this.which(), body: { reason, version: this.file().version } }));
    }
  });

  protected readonly reopen = action(async () => {
    const say = (key: string): string => this.transloco.translate(`casework.reopen.${key}`);
    const reason = await this.asking.reason({ heading: say('heading'), reason: say('reason'), confirm: say('send') });
    if (reason !== null) {
      this.done(await this.api.invoke(casesReopen, { ...this.which(), body: { reason, version: this.file().version } }));
    }
  });

  protected toggle(one: Open): void {
    this.showing.set(this.showing() === one ? 'nothing' : one);
  }

  private which(): { caseId: string } {
    return { caseId: this.file().id };
  }

  private done(file: CaseDto): void {
    this.showing.set('nothing');
    this.changed.emit(file);
  }
}
