import { Module } from '@nestjs/common';
import type { EntityClass } from '@sampan/kernel';
import { OrganisationsModule } from '@sampan/organisations';
import { PeopleModule } from '@sampan/people';
import { ApplicationsController } from './applications/applications.controller';
import { ApplicationsRepository } from './applications/applications.repository';
import { ApplicationsService } from './applications/applications.service';
import { VacancyApplication } from './applications/vacancy-application.entity';
import { WhenConsentWithdrawn } from './applications/when-consent-withdrawn.handler';
import { ConcernsController } from './concerns/concerns.controller';
import { ConcernsInHand } from './concerns/concerns-in-hand';
import { ConcernsRaised } from './concerns/concerns-raised';
import { ConcernsRepository } from './concerns/concerns.repository';
import { ConcernsService } from './concerns/concerns.service';
import { LabourConcern } from './concerns/labour-concern.entity';
import { Employer } from './employers/employer.entity';
import { EmployersController } from './employers/employers.controller';
import { EmployersRepository } from './employers/employers.repository';
import { EmployersService } from './employers/employers.service';
import { VettingCheck } from './employers/vetting-check.entity';
import { VettingDecision } from './employers/vetting-decision.entity';
import { VettingService } from './employers/vetting.service';
import { FollowUpAttempt } from './follow-ups/follow-up-attempt.entity';
import { FollowUpSchedule } from './follow-ups/follow-up-schedule';
import { FollowUp } from './follow-ups/follow-up.entity';
import { FollowUpsByCalendar } from './follow-ups/follow-ups-by-calendar.job';
import { FollowUpsController } from './follow-ups/follow-ups.controller';
import { FollowUpsRepository } from './follow-ups/follow-ups.repository';
import { FollowUpsService } from './follow-ups/follow-ups.service';
import { Observation } from './follow-ups/observation.entity';
import { ObservationsRepository } from './follow-ups/observations.repository';
import { ObservationsService } from './follow-ups/observations.service';
import { PlacementCourse } from './placements/placement-course';
import { PlacementPapers } from './placements/placement-papers';
import { Placement } from './placements/placement.entity';
import { PlacementsController } from './placements/placements.controller';
import { PlacementsRepository } from './placements/placements.repository';
import { PlacementsService } from './placements/placements.service';
import { RecordedJobs } from './placements/recorded-jobs';
import { SendingGates } from './placements/sending-gates';
import { VacanciesController } from './vacancies/vacancies.controller';
import { VacanciesRepository } from './vacancies/vacancies.repository';
import { VacanciesService } from './vacancies/vacancies.service';
import { Vacancy } from './vacancies/vacancy.entity';

@Module({
  imports: [OrganisationsModule, PeopleModule],
  controllers: [EmployersController, VacanciesController, ApplicationsController, PlacementsController, FollowUpsController, ConcernsController],
  providers: [
    EmployersService, VettingService, EmployersRepository,
    VacanciesService, VacanciesRepository,
    ApplicationsService, ApplicationsRepository, WhenConsentWithdrawn,
    PlacementsService, PlacementCourse, PlacementPapers, RecordedJobs, SendingGates, PlacementsRepository,
    FollowUpsService, FollowUpSchedule, FollowUpsRepository, FollowUpsByCalendar, ObservationsService, ObservationsRepository,
    ConcernsService, ConcernsInHand, ConcernsRaised, ConcernsRepository,
  ],
  exports: [ConcernsInHand],
})
export class PlacementModule {
  static readonly entities: readonly EntityClass[] = [
    Employer, VettingCheck, VettingDecision, Vacancy, VacancyApplication, Placement, FollowUp, FollowUpAttempt, Observation, LabourConcern,
  ];
}
