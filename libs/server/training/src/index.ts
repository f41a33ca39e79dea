export { TrainingModule } from './training.module';
export { EnrolmentEnded, TraineeEnrolled } from './enrolments/enrolment.events';
export { SessionsInHand } from './sessions/sessions-in-hand';
export { StartingProgrammes } from './programmes/starting-programmes';
export { SessionMissed } from './registers/register.events';
export { CertificateIssued } from './certificates/certificate.events';
