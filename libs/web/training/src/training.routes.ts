import type { Routes } from '@angular/router';

/** What instructors, registrars and managers do with programmes, cohorts, registers and certificates. */
export const trainingRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'cohorts' },
  { path: 'cohorts', title: 'training.title.cohorts', data: { permission: 'cohort.read' }, loadComponent: () => import('./cohorts-page/cohorts-page').then((m) => m.CohortsPage) },
  { path: 'cohorts/new', title: 'training.title.newCohort', data: { permission: 'cohort.write' }, loadComponent: () => import('./cohort-form-page/cohort-form-page').then((m) => m.CohortFormPage) },
  { path: 'cohorts/:cohortId/edit', title: 'training.title.editCohort', data: { permission: 'cohort.write' }, loadComponent: () => import('./cohort-form-page/cohort-form-page').then((m) => m.CohortFormPage) },
  {
    path: 'cohorts/:cohortId',
    title: 'training.title.cohort',
    data: { permission: 'cohort.read' },
    loadComponent: () => import('./cohort-page/cohort-page').then((m) => m.CohortPage),
    children: [
      { path: '', pathMatch: 'full', data: { permission: 'enrolment.read' }, loadComponent: () => import('./cohort-page/trainees-tab').then((m) => m.TraineesTab) },
      { path: 'sessions', data: { permission: 'session.read' }, loadComponent: () => import('./cohort-page/sessions-tab').then((m) => m.SessionsTab) },
      { path: 'attendance', data: { permission: 'register.read' }, loadComponent: () => import('./cohort-page/attendance-tab').then((m) => m.AttendanceTab) },
    ],
  },
  { path: 'sessions/:sessionId/register', title: 'training.title.register', data: { permission: 'register.read' }, loadComponent: () => import('./register-page/register-page').then((m) => m.RegisterPage) },
  { path: 'enrolments/:enrolmentId', title: 'training.title.enrolment', data: { permission: 'enrolment.read' }, loadComponent: () => import('./enrolment-page/enrolment-page').then((m) => m.EnrolmentPage) },
  { path: 'left-early', title: 'training.title.leftEarly', data: { permission: 'enrolment.read' }, loadComponent: () => import('./left-early-page/left-early-page').then((m) => m.LeftEarlyPage) },
  { path: 'programmes', title: 'training.title.programmes', data: { permission: 'programme.read' }, loadComponent: () => import('./programmes-page/programmes-page').then((m) => m.ProgrammesPage) },
  { path: 'programmes/new', title: 'training.title.newProgramme', data: { permission: 'programme.write' }, loadComponent: () => import('./programme-form-page/programme-form-page').then((m) => m.ProgrammeFormPage) },
  { path: 'programmes/:programmeId', title: 'training.title.programme', data: { permission: 'programme.read' }, loadComponent: () => import('./programme-page/programme-page').then((m) => m.ProgrammePage) },
  { path: 'programmes/:programmeId/versions/:versionId', title: 'training.title.editProgramme', data: { permission: 'programme.write' }, loadComponent: () => import('./programme-form-page/programme-form-page').then((m) => m.ProgrammeFormPage) },
  { path: 'certificates', title: 'training.title.certificates', data: { permission: 'certificate.read' }, loadComponent: () => import('./certificates-page/certificates-page').then((m) => m.CertificatesPage) },
  { path: 'certificates/:certificateId', title: 'training.title.certificate', data: { permission: 'certificate.read' }, loadComponent: () => import('./certificate-page/certificate-page').then((m) => m.CertificatePage) },
];
