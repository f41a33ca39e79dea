import { Module } from '@nestjs/common';
import type { EntityClass } from '@sampan/kernel';
import { OrganisationsModule } from '@sampan/organisations';
import { PeopleModule } from '@sampan/people';
import { CertificateCheck } from './certificates/certificate-check';
import { CertificatePapers } from './certificates/certificate-papers';
import { CertificateSerial } from './certificates/certificate-serial.entity';
import { Certificate } from './certificates/certificate.entity';
import { CertificatesController } from './certificates/certificates.controller';
import { CertificatesRepository } from './certificates/certificates.repository';
import { CertificatesService } from './certificates/certificates.service';
import { Cohort } from './cohorts/cohort.entity';
import { CohortsController } from './cohorts/cohorts.controller';
import { CohortsRepository } from './cohorts/cohorts.repository';
import { CohortsService } from './cohorts/cohorts.service';
import { CompletionsService } from './enrolments/completions.service';
import { EnrolmentEndings } from './enrolments/enrolment-endings';
import { EnrolmentPresenter } from './enrolments/enrolment-presenter';
import { Enrolment } from './enrolments/enrolment.entity';
import { EnrolmentsController } from './enrolments/enrolments.controller';
import { EnrolmentsRepository } from './enrolments/enrolments.repository';
import { EnrolmentsService } from './enrolments/enrolments.service';
import { WhenConsentWithdrawn } from './enrolments/when-consent-withdrawn.handler';
import { ProgrammeVersion } from './programmes/programme-version.entity';
import { Programme } from './programmes/programme.entity';
import { ProgrammesController } from './programmes/programmes.controller';
import { ProgrammesRepository } from './programmes/programmes.repository';
import { ProgrammesService } from './programmes/programmes.service';
import { StartingProgrammesController } from './programmes/starting-programmes.controller';
import { StartingProgrammes } from './programmes/starting-programmes';
import { AttendanceCode } from './registers/attendance-code.entity';
import { AttendanceFollowUp } from './registers/attendance-follow-up';
import { AttendanceRecord } from './registers/attendance-record.entity';
import { RegistersController } from './registers/registers.controller';
import { RegistersRepository } from './registers/registers.repository';
import { RegistersService } from './registers/registers.service';
import { SessionsInHand } from './sessions/sessions-in-hand';
import { SessionsController } from './sessions/sessions.controller';
import { SessionsRepository } from './sessions/sessions.repository';
import { SessionsService } from './sessions/sessions.service';
import { TrainingSession } from './sessions/training-session.entity';

@Module({
  imports: [OrganisationsModule, PeopleModule],
  controllers: [ProgrammesController, StartingProgrammesController, CohortsController, EnrolmentsController, SessionsController, RegistersController, CertificatesController],
  providers: [
    ProgrammesService, ProgrammesRepository, StartingProgrammes,
    CohortsService, CohortsRepository,
    EnrolmentsService, EnrolmentsRepository, EnrolmentEndings, EnrolmentPresenter, CompletionsService, WhenConsentWithdrawn,
    SessionsService, SessionsInHand, SessionsRepository,
    RegistersService, RegistersRepository, AttendanceFollowUp,
    CertificatesService, CertificatesRepository, CertificatePapers, CertificateCheck,
  ],
  exports: [SessionsInHand, StartingProgrammes, ProgrammesService, CohortsService, EnrolmentsService, CompletionsService, SessionsService, RegistersService, CertificatesService],
})
export class TrainingModule {
  static readonly entities: readonly EntityClass[] = [
    Programme, ProgrammeVersion, Cohort, Enrolment, TrainingSession, AttendanceCode, AttendanceRecord, Certificate, CertificateSerial,
  ];
}
