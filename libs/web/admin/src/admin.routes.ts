import type { Routes } from '@angular/router';

export const adminRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'users' },
  { path: 'users', title: 'admin.users.heading', data: { permission: 'user.read' }, loadComponent: () => import('./users-page/users-page').then((m) => m.UsersPage) },
  { path: 'jobs', title: 'admin.jobs.heading', data: { permission: 'job.read' }, loadComponent: () => import('./jobs-page/jobs-page').then((m) => m.JobsPage) },
  { path: 'audit', title: 'admin.audit.heading', data: { permission: 'audit.read' }, loadComponent: () => import('./audit-page/audit-page').then((m) => m.AuditPage) },
  {
    path: 'dead-letters',
    title: 'admin.letters.heading',
    data: { permission: 'dead-letter.read' },
    loadComponent: () => import('./dead-letters-page/dead-letters-page').then((m) => m.DeadLettersPage),
  },
];
