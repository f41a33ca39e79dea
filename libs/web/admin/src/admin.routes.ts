import type { Routes } from '@angular/router';

export const adminRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'users' },
  { path: 'users', title: 'admin.users.heading', data: { permission: 'user.read' }, loadComponent: () => import('./users-page/users-page').then((m) => m.UsersPage) },
  { path: 'users/new', title: 'admin.account.add', data: { permission: 'user.write' }, loadComponent: () => import('./account-form-page/account-form-page').then((m) => m.AccountFormPage) },
  { path: 'users/:userId', title: 'admin.account.title', data: { permission: 'user.write' }, loadComponent: () => import('./account-page/account-page').then((m) => m.AccountPage) },
  { path: 'users/:userId/edit', title: 'admin.account.edit', data: { permission: 'user.write' }, loadComponent: () => import('./account-form-page/account-form-page').then((m) => m.AccountFormPage) },
  { path: 'users/:userId/place', title: 'admin.account.placeHeading', data: { permission: 'user.write' }, loadComponent: () => import('./place-page/place-page').then((m) => m.PlacePage) },
  { path: 'users/:userId/leave', title: 'admin.account.leave', data: { permission: 'user.write' }, loadComponent: () => import('./leave-page/leave-page').then((m) => m.LeavePage) },
  { path: 'roles', title: 'admin.roles.heading', data: { permission: 'role.read' }, loadComponent: () => import('./roles-page/roles-page').then((m) => m.RolesPage) },
  { path: 'organisations', title: 'admin.organisations.heading', data: { permission: 'organisation.write' }, loadComponent: () => import('./organisations-page/organisations-page').then((m) => m.OrganisationsPage) },
  { path: 'organisations/new', title: 'admin.organisations.add', data: { permission: 'organisation.write' }, loadComponent: () => import('./organisation-form-page/organisation-form-page').then((m) => m.OrganisationFormPage) },
  { path: 'organisations/:organisationId', title: 'admin.organisation.edit', data: { permission: 'organisation.write' }, loadComponent: () => import('./organisation-form-page/organisation-form-page').then((m) => m.OrganisationFormPage) },
  { path: 'centres', title: 'admin.centres.heading', data: { permission: 'centre.write' }, loadComponent: () => import('./centres-page/centres-page').then((m) => m.CentresPage) },
  { path: 'centres/new', title: 'admin.centres.add', data: { permission: 'centre.write' }, loadComponent: () => import('./centre-form-page/centre-form-page').then((m) => m.CentreFormPage) },
  { path: 'centres/:centreId', title: 'admin.centre.edit', data: { permission: 'centre.write' }, loadComponent: () => import('./centre-form-page/centre-form-page').then((m) => m.CentreFormPage) },
  { path: 'holidays', title: 'admin.holidays.heading', data: { permission: ['holiday.write', 'reference.read'] }, loadComponent: () => import('./holidays-page/holidays-page').then((m) => m.HolidaysPage) },
  { path: 'areas', title: 'admin.areas.heading', data: { permission: 'area.write' }, loadComponent: () => import('./areas-page/areas-page').then((m) => m.AreasPage) },
  { path: 'health', title: 'admin.health.heading', data: { permission: 'health.read' }, loadComponent: () => import('./health-page/health-page').then((m) => m.HealthPage) },
  { path: 'jobs', title: 'admin.jobs.heading', data: { permission: 'job.read' }, loadComponent: () => import('./jobs-page/jobs-page').then((m) => m.JobsPage) },
  { path: 'audit', title: 'admin.audit.heading', data: { permission: 'audit.read' }, loadComponent: () => import('./audit-page/audit-page').then((m) => m.AuditPage) },
  {
    path: 'dead-letters',
    title: 'admin.letters.heading',
    data: { permission: 'dead-letter.read' },
    loadComponent: () => import('./dead-letters-page/dead-letters-page').then((m) => m.DeadLettersPage),
  },
];
