export { ClosedCentre } from './centre/closed-centre';
export { Classifications } from './classification/classifications';
export { EducationFieldPipe, OccupationPipe } from './classification/classified.pipe';
export { FlagBadge } from './flags/flag-badge';
export { PersonCard, type PersonOnCard } from './person/person-card';
export { PersonLine, type NamedPerson } from './person/person-line';
export { detailsOf, lookOf, type EntryDetails, type EntryLook } from './timeline/entry-words';
export { PersonTimeline } from './timeline/person-timeline';
