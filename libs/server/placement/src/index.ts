export { PlacementModule } from './placement.module';
export { OfferReported } from './vacancies/vacancy.events';
export { PlacementEnded, PlacementStarted } from './placements/placement.events';
export { FollowUpMissed } from './follow-ups/follow-up.events';
export { LabourConcernReported } from './concerns/labour-concern.events';
export { ConcernsInHand } from './concerns/concerns-in-hand';
