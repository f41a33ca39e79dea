import type { Routes } from '@angular/router';

/** What analysts read, build, approve and publish. */
export const ministryRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'dashboard' },
  { path: 'dashboard', title: 'ministry.title.dashboard', data: { permission: 'indicator.read' }, loadComponent: () => import('./dashboard-page/dashboard-page').then((m) => m.DashboardPage) },
  { path: 'releases', title: 'ministry.title.releases', data: { permission: 'release.read' }, loadComponent: () => import('./releases-page/releases-page').then((m) => m.ReleasesPage) },
  { path: 'releases/:releaseId', title: 'ministry.title.release', data: { permission: 'release.read' }, loadComponent: () => import('./release-page/release-page').then((m) => m.ReleasePage) },
];
