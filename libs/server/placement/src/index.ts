export { PlacementModule } from './placement.module';
export { OfferReported } from './vacancies/vacancy.events';
export { PlacementEnded, PlacementStarted } from './placements/placement.events';
export { FollowUpMissed } from './follow-ups/follow-up.events';
export { LabourConcernReported } from './concerns/labour-concern.events';
export { ConcernsInHand } from './concerns/concerns-in-hand';
export { ILO_INDICATORS, type IloIndicator } from './concerns/ilo-indicators.rules';
export { CONCERN_SEVERITIES, type ConcernSeverity } from './concerns/labour-concern.rules';
export { END_REASONS, type EndReason } from './placements/placement.rules';
