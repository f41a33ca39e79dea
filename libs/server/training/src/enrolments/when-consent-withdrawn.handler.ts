import { Injectable } from '@nestjs/common';
import { Hears, systemViewer, type Handler } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { ConsentWithdrawn } from '@sampan/people';
import { EnrolmentEndings } from './enrolment-endings';
import { leave } from './enrolment.rules';
import { EnrolmentsRepository } from './enrolments.repository';

/** Who no longer wants us to keep training records is not trained on without being asked: staff see why the enrolment ended. */
@Hears(ConsentWithdrawn)
@Injectable()
export class WhenConsentWithdrawn implements Handler<ConsentWithdrawn> {
  constructor(
    private readonly enrolments: EnrolmentsRepository,
    private readonly endings: EnrolmentEndings,
    private readonly centres: Centres,
  ) {}

  async handle({ personId, purpose }: ConsentWithdrawn): Promise<void> {
    if (purpose !== 'training') {
      return;
    }
    for (const enrolment of await this.enrolments.openOfPerson(personId)) {
      const { centreId } = enrolment;
      await this.endings.end(systemViewer('consent withdrawn', [centreId]), enrolment, {
        ...leave('withdrawn', 'consent-withdrawn'),
        reason: 'consent-withdrawn',
        evidence: null,
        exitedOn: await this.centres.todayAt(centreId),
      });
    }
  }
}
