import { Module } from '@nestjs/common';
import { AccessModule } from '@sampan/access';
import type { EntityClass } from '@sampan/kernel';
import { OrganisationsModule } from '@sampan/organisations';
import { PeopleModule } from '@sampan/people';
import { Deferrals } from './flags/deferrals.service';
import { FlagDecisions } from './flags/flag-decisions.service';
import { FlagPresenter } from './flags/flag-presenter';
import { FlagRaising } from './flags/flag-raising.service';
import { FlagReview } from './flags/flag-review.entity';
import { Flag } from './flags/flag.entity';
import { FlagStatisticsRepository } from './flags/flag-statistics.repository';
import { FlagStatistics } from './flags/flag-statistics.service';
import { FlagsController } from './flags/flags.controller';
import { FlagsRepository } from './flags/flags.repository';
import { Flags } from './flags/flags.service';
import { InstrumentsController } from './instruments/instruments.controller';
import { InstrumentsService } from './instruments/instruments.service';
import { FlagsWhenConsentWithdrawn } from './news/flags-when-consent-withdrawn.handler';
import { FlagsWhenPersonMerged } from './news/flags-when-person-merged.handler';
import { FlagsWhenPersonMergeUndone } from './news/flags-when-person-merge-undone.handler';
import { SignalWhenEnrolmentEnded } from './news/signal-when-enrolment-ended.handler';
import { SignalWhenFollowUpMissed } from './news/signal-when-follow-up-missed.handler';
import { SignalWhenLabourConcernReported } from './news/signal-when-labour-concern-reported.handler';
import { SignalWhenPlacementEnded } from './news/signal-when-placement-ended.handler';
import { SignalWhenSessionMissed } from './news/signal-when-session-missed.handler';
import { DailyRiskJob } from './scores/daily-risk.job';
import { EvaluationsService } from './scores/evaluations.service';
import { RiskScore } from './scores/risk-score.entity';
import { RiskStanding } from './scores/risk-standing.entity';
import { ScoresRepository } from './scores/scores.repository';
import { Screening } from './screenings/screening.entity';
import { ScreeningsController } from './screenings/screenings.controller';
import { ScreeningsRepository } from './screenings/screenings.repository';
import { ScreeningsService } from './screenings/screenings.service';
import { RiskSignal } from './signals/signal.entity';
import { SignalsController } from './signals/signals.controller';
import { SignalsRepository } from './signals/signals.repository';
import { SignalsService } from './signals/signals.service';

@Module({
  imports: [OrganisationsModule, AccessModule, PeopleModule],
  controllers: [InstrumentsController, ScreeningsController, SignalsController, FlagsController],
  providers: [
    InstrumentsService,
    ScreeningsService,
    ScreeningsRepository,
    SignalsService,
    SignalsRepository,
    EvaluationsService,
    ScoresRepository,
    DailyRiskJob,
    Flags,
    FlagDecisions,
    FlagRaising,
    FlagPresenter,
    FlagsRepository,
    Deferrals,
    FlagStatistics,
    FlagStatisticsRepository,
    SignalWhenSessionMissed,
    SignalWhenEnrolmentEnded,
    SignalWhenPlacementEnded,
    SignalWhenFollowUpMissed,
    SignalWhenLabourConcernReported,
    FlagsWhenConsentWithdrawn,
    FlagsWhenPersonMerged,
    FlagsWhenPersonMergeUndone,
  ],
  exports: [Flags, ScreeningsService],
})
export class RiskModule {
  static readonly entities: readonly EntityClass[] = [Screening, RiskSignal, RiskScore, RiskStanding, Flag, FlagReview];
}
