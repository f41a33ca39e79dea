import type { Routes } from '@angular/router';

export const placementRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'placements' },
  { path: 'employers', title: 'placement.title.employers', data: { permission: 'employer.read' }, loadComponent: () => import('./employers-page/employers-page').then((m) => m.EmployersPage) },
  { path: 'employers/new', title: 'placement.title.newEmployer', data: { permission: 'employer.write' }, loadComponent: () => import('./employer-form-page/employer-form-page').then((m) => m.EmployerFormPage) },
  { path: 'employers/:employerId', title: 'placement.title.employer', data: { permission: 'employer.read' }, loadComponent: () => import('./employer-page/employer-page').then((m) => m.EmployerPage) },
  { path: 'employers/:employerId/edit', title: 'placement.title.editEmployer', data: { permission: 'employer.write' }, loadComponent: () => import('./employer-form-page/employer-form-page').then((m) => m.EmployerFormPage) },
  { path: 'vacancies', title: 'placement.title.vacancies', data: { permission: 'vacancy.read' }, loadComponent: () => import('./vacancies-page/vacancies-page').then((m) => m.VacanciesPage) },
  { path: 'vacancies/new', title: 'placement.title.newVacancy', data: { permission: 'vacancy.write' }, loadComponent: () => import('./vacancy-form-page/vacancy-form-page').then((m) => m.VacancyFormPage) },
  { path: 'vacancies/:vacancyId', title: 'placement.title.vacancy', data: { permission: 'vacancy.read' }, loadComponent: () => import('./vacancy-page/vacancy-page').then((m) => m.VacancyPage) },
  { path: 'vacancies/:vacancyId/edit', title: 'placement.title.editVacancy', data: { permission: 'vacancy.write' }, loadComponent: () => import('./vacancy-form-page/vacancy-form-page').then((m) => m.VacancyFormPage) },
  { path: 'placements', title: 'placement.title.placements', data: { permission: 'placement.read' }, loadComponent: () => import('./placements-page/placements-page').then((m) => m.PlacementsPage) },
  { path: 'placements/record', title: 'placement.title.recordJob', data: { permission: 'placement.write' }, loadComponent: () => import('./record-job-page/record-job-page').then((m) => m.RecordJobPage) },
  { path: 'placements/:placementId', title: 'placement.title.placement', data: { permission: 'placement.read' }, loadComponent: () => import('./placement-page/placement-page').then((m) => m.PlacementPage) },
  { path: 'follow-ups', title: 'placement.title.followUps', data: { permission: 'follow-up.read' }, loadComponent: () => import('./follow-ups-page/follow-ups-page').then((m) => m.FollowUpsPage) },
  { path: 'follow-ups/:followUpId', title: 'placement.title.callSheet', data: { permission: 'follow-up.read' }, loadComponent: () => import('./call-sheet-page/call-sheet-page').then((m) => m.CallSheetPage) },
  { path: 'concerns', title: 'placement.title.concerns', data: { permission: 'concern.read' }, loadComponent: () => import('./concerns-page/concerns-page').then((m) => m.ConcernsPage) },
  { path: 'concerns/new', title: 'placement.title.reportConcern', data: { permission: 'concern.report' }, loadComponent: () => import('./report-concern-page/report-concern-page').then((m) => m.ReportConcernPage) },
  { path: 'concerns/:concernId', title: 'placement.title.concern', data: { permission: 'concern.read' }, loadComponent: () => import('./concern-page/concern-page').then((m) => m.ConcernPage) },
];
