import { Module } from '@nestjs/common';
import { AccessModule } from '@sampan/access';
import type { EntityClass } from '@sampan/kernel';
import { OrganisationsModule } from '@sampan/organisations';
import { PeopleModule } from '@sampan/people';
import { PlacementModule } from '@sampan/placement';
import { RiskModule } from '@sampan/risk';
import { TrainingModule } from '@sampan/training';
import { Approval } from './approvals/approval.entity';
import { ApprovalsRepository } from './approvals/approvals.repository';
import { Assessment } from './assessments/assessment.entity';
import { AssessmentsController } from './assessments/assessments.controller';
import { AssessmentsRepository } from './assessments/assessments.repository';
import { Assessments } from './assessments/assessments.service';
import { Case } from './cases/case.entity';
import { CaseOpening } from './cases/case-opening';
import { CasePresenter } from './cases/case-presenter';
import { CaseRecords } from './cases/case-records';
import { CasesController } from './cases/cases.controller';
import { CasesRepository } from './cases/cases.repository';
import { Cases } from './cases/cases.service';
import { Closures } from './cases/closures';
import { CaseworkInHand } from './leavers/casework-in-hand';
import { Leavers } from './leavers/leavers';
import { LeaversController } from './leavers/leavers.controller';
import { NewsTasks } from './news/news-tasks';
import { WhenFollowUpMissed } from './news/when-follow-up-missed.handler';
import { WhenLabourConcernReported } from './news/when-labour-concern-reported.handler';
import { WhenRiskFlagAccepted } from './news/when-risk-flag-accepted.handler';
import { WhenRiskFlagDecided } from './news/when-risk-flag-decided.handler';
import { WhenRiskFlagRaised } from './news/when-risk-flag-raised.handler';
import { Note } from './notes/note.entity';
import { NoteOpening } from './notes/note-opening.entity';
import { NotesController } from './notes/notes.controller';
import { NotesRepository } from './notes/notes.repository';
import { Notes } from './notes/notes.service';
import { OpeningReport } from './opening-reports/opening-report.entity';
import { OpeningReportsController } from './opening-reports/opening-reports.controller';
import { OpeningReportsRepository } from './opening-reports/opening-reports.repository';
import { OpeningReports } from './opening-reports/opening-reports.service';
import { ReportOpenings } from './opening-reports/report-openings.job';
import { Goal } from './plans/goal.entity';
import { PlanPresenter } from './plans/plan-presenter';
import { PlansController } from './plans/plans.controller';
import { PlansRepository } from './plans/plans.repository';
import { Plans } from './plans/plans.service';
import { Step } from './plans/step.entity';
import { SupervisionController } from './supervision/supervision.controller';
import { Supervision } from './supervision/supervision.service';
import { PleaseCallsController } from './tasks/please-calls.controller';
import { PleaseCalls } from './tasks/please-calls.service';
import { Task } from './tasks/task.entity';
import { TaskPresenter } from './tasks/task-presenter';
import { TasksController } from './tasks/tasks.controller';
import { TasksRepository } from './tasks/tasks.repository';
import { Tasks } from './tasks/tasks.service';
import { TaskWriter } from './tasks/task-writer';
import { TodayController } from './today/today.controller';
import { Today } from './today/today.service';
import { Responsible } from './workers/responsible';
import { WorkerNames } from './workers/worker-names';

const REPOSITORIES = [
  ApprovalsRepository,
  AssessmentsRepository,
  CasesRepository,
  NotesRepository,
  PlansRepository,
  TasksRepository,
];
const HANDLERS = [NewsTasks, WhenRiskFlagRaised, WhenRiskFlagAccepted, WhenRiskFlagDecided, WhenLabourConcernReported, WhenFollowUpMissed];

@Module({
  imports: [OrganisationsModule, AccessModule, PeopleModule, TrainingModule, PlacementModule, RiskModule],
  controllers: [
    CasesController,
    PlansController,
    AssessmentsController,
    NotesController,
    TasksController,
    PleaseCallsController,
    TodayController,
    SupervisionController,
    OpeningReportsController,
    LeaversController,
  ],
  providers: [
    ...REPOSITORIES,
    ...HANDLERS,
    WorkerNames,
    Responsible,
    CaseRecords,
    CaseOpening,
    CasePresenter,
    Cases,
    Closures,
    Plans,
    PlanPresenter,
    Assessments,
    Notes,
    TaskWriter,
    TaskPresenter,
    Tasks,
    PleaseCalls,
    Today,
    Supervision,
    OpeningReportsRepository,
    OpeningReports,
    ReportOpenings,
    CaseworkInHand,
    Leavers,
  ],
})
export class CasesModule {
  static readonly entities: readonly EntityClass[] = [Case, Goal, Step, Task, Note, NoteOpening, OpeningReport, Assessment, Approval];
}
