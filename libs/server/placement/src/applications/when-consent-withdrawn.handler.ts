import { Injectable } from '@nestjs/common';
import { Clock, Hears, systemViewer, type Handler } from '@sampan/kernel';
import { ConsentWithdrawn } from '@sampan/people';
import { Audit } from '@sampan/platform';
import { FollowUpsRepository } from '../follow-ups/follow-ups.repository';
import { ApplicationsRepository } from './applications.repository';

/** A withdrawn consent stops what it allowed: nobody is passed on, nobody is called. */
@Injectable()
@Hears(ConsentWithdrawn)
export class WhenConsentWithdrawn implements Handler<ConsentWithdrawn> {
  constructor(
    private readonly applications: ApplicationsRepository,
    private readonly followUps: FollowUpsRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async handle({ personId, centreId, purpose }: ConsentWithdrawn): Promise<void> {
    if (purpose === 'placement-referral') {
      await this.stopApplications(personId, centreId);
    }
    if (purpose === 'follow-up-contact') {
      await this.followUps.stopAllOf(personId);
      await this.audit.record(systemViewer('placement.consent-withdrawn', [centreId]), { action: 'follow-ups.stopped', subjectType: 'person', subjectId: personId, personId, centreId });
    }
  }

  private async stopApplications(personId: string, centreId: string): Promise<void> {
    const viewer = systemViewer('placement.consent-withdrawn', [centreId]);
    for (const { id } of await this.applications.openOf(personId)) {
      await this.applications.change(id, { state: 'declined', declinedBy: 'person', reason: null, changedAt: this.clock.now() });
      await this.audit.record(viewer, { action: 'application.declined', subjectType: 'vacancy-application', subjectId: id, personId, centreId });
    }
  }
}
