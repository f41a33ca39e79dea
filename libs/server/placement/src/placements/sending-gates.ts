import { Injectable } from '@nestjs/common';
import type { Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Consents } from '@sampan/people';
import { EmployersRepository } from '../employers/employers.repository';
import { vettingOn, type VettingState } from '../employers/vetting.rules';
import { refuse } from '../refuse';
import type { Vacancy } from '../vacancies/vacancy.entity';
import { sendingGates, whyNotPass, type GateAnswer } from './gates.rules';

/** The person's side of the gates. */
export interface PersonToSend {
  readonly id: string;
  readonly centreId: string;
  readonly treatAsMinor: boolean;
}

/** Collects what the gates of sending ask about: employer, agency, vacancy, consent, age and border. */
@Injectable()
export class SendingGates {
  constructor(
    private readonly employers: EmployersRepository,
    private readonly centres: Centres,
    private readonly consents: Consents,
  ) {}

  /** As the list of what is missing shows them. */
  async shown(viewer: Viewer, vacancy: Vacancy, person: PersonToSend): Promise<readonly GateAnswer[]> {
    return this.answers(viewer, vacancy, person, await this.consents.has(person.id, 'placement-referral'));
  }

  /** The consent, or leave for one action without it, is asked for first; then every other gate together, with the paper's when there is one. */
  async requireOpen(viewer: Viewer, vacancy: Vacancy, person: PersonToSend, paper: readonly GateAnswer[] = []): Promise<void> {
    await this.consents.require(viewer, person.id, 'placement-referral');
    refuse(whyNotPass([...(await this.answers(viewer, vacancy, person, true)), ...paper]));
  }

  homeCountryOf(centreId: string): Promise<string> {
    return this.centres.countryOf(centreId);
  }

  private async answers(viewer: Viewer, vacancy: Vacancy, person: PersonToSend, consent: boolean): Promise<readonly GateAnswer[]> {
    const today = await this.centres.todayAt(vacancy.centreId);
    return sendingGates({
      employer: await this.vettingOf(viewer, vacancy.employerId, today),
      agency: vacancy.agencyId ? await this.vettingOf(viewer, vacancy.agencyId, today) : null,
      vacancy: vacancy.state,
      screen: vacancy.screenOutcome,
      consent,
      treatAsMinor: person.treatAsMinor,
      homeCountry: await this.homeCountryOf(person.centreId),
      jobCountry: vacancy.country,
    });
  }

  private async vettingOf(viewer: Viewer, id: string, today: string): Promise<VettingState> {
    const employer = await this.employers.find(viewer, id);
    return employer ? vettingOn(employer.vettingState, employer.validUntil, today) : 'unvetted';
  }
}
