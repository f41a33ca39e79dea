export { TrainingModule } from './training.module';
export { EnrolmentEnded, TraineeEnrolled } from './enrolments/enrolment.events';
export { SessionsInHand } from './sessions/sessions-in-hand';
export { StartingProgrammes } from './programmes/starting-programmes';
export { SampleDto } from './programmes/starting-programme.dto';
export { SessionMissed } from './registers/register.events';
export { CertificateIssued } from './certificates/certificate.events';
