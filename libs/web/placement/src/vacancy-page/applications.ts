import { Component, inject, input, output, resource } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Api, applicationsMove, vacanciesApplicationsOf, vacanciesPropose, type MoveApplicationDto, type VacancyApplicationDto, type VacancyDetailDto } from '@sampan/web-client';
import { action, Lookup, type LookupOption, ProblemNotice, SpForm, UserText, Waiting } from '@sampan/web-kit';
import { PersonLine } from '@sampan/web-parts';
import { Session } from '@sampan/web-session';
import { findPeople } from '../find-people';
import { GatesShut } from '../gates-shut';
import { mintedId } from '../minted-id';
import { StateStatus } from '../state-status';
import { DeclineForm } from './decline-form';

/** The next steps that each state allows; the server has the same table and the last word. */
const NEXT: Readonly<Record<VacancyApplicationDto['state'], readonly MoveApplicationDto['to'][]>> = {
  proposed: ['consented'], consented: ['sent'], sent: ['interview', 'offered', 'no-show'], interview: ['offered', 'no-show'], offered: ['accepted'], accepted: [], declined: [], 'no-show': [],
};

/** Who was proposed for a vacancy, how far each has come, and the next step. */
@Component({
  selector: 'sp-applications',
  imports: [ReactiveFormsModule, RouterLink, TranslocoPipe, DeclineForm, GatesShut, Lookup, PersonLine, ProblemNotice, SpForm, StateStatus, UserText, Waiting],
  templateUrl: './applications.html',
})
export class Applications {
  readonly vacancy = input.required<VacancyDetailDto>();
  readonly moved = output();
  private readonly api = inject(Api);
  protected readonly session = inject(Session);
  protected readonly find = findPeople();
  protected readonly form = new FormGroup({ person: new FormControl<LookupOption | null>(null, Validators.required) });

  protected readonly list = resource({
    params: () => ({ vacancyId: this.vacancy().id }),
    loader: ({ params }) => this.api.invoke(vacanciesApplicationsOf, params),
  });

  protected readonly propose = action(async () => {
    const personId = this.form.getRawValue().person?.id;
    if (personId) {
      await this.api.invoke(vacanciesPropose, { vacancyId: this.vacancy().id, body: { id: mintedId(), personId } });
      this.form.reset();
      this.list.reload();
    }
  });

  protected readonly move = action(async ({ id, version }: VacancyApplicationDto, step: Omit<MoveApplicationDto, 'version'>) => {
    await this.api.invoke(applicationsMove, { applicationId: id, body: { ...step, version } });
    this.list.reload();
    this.moved.emit();
  });

  protected nextOf({ state }: VacancyApplicationDto): readonly MoveApplicationDto['to'][] {
    return this.session.can('application.write') ? NEXT[state] : [];
  }
}
