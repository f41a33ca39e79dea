import type { Routes } from '@angular/router';

/** Screenings and flags. */
export const riskRoutes: Routes = [
  { path: 'flags', title: 'casework.title.flags', data: { permission: 'flag.read' }, loadComponent: () => import('./flags-page/flags-page').then((m) => m.FlagsPage) },
  { path: 'flags/:flagId', title: 'casework.title.flag', data: { permission: 'flag.read' }, loadComponent: () => import('./flag-panel/flag-page').then((m) => m.FlagPage) },
  { path: 'people/:personId/screening', title: 'casework.title.screening', data: { permission: 'screening.read' }, loadComponent: () => import('./screening-page/screening-page').then((m) => m.ScreeningPage) },
];
