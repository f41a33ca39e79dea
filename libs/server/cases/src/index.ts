export { CasesModule } from './cases.module';
export { CASE_STAGE_MOVES, CASE_STAGES, type CaseStage } from './cases/case.rules';
export type { TaskKind, TaskState } from './tasks/task.rules';
