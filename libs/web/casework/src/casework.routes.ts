import type { Routes } from '@angular/router';
import { riskRoutes } from './risk.routes';

export const caseworkRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'today' },
  {
    path: 'today',
    title: 'casework.title.today',
    data: { permission: 'today.read' },
    loadComponent: () => import('./today-page/today-page').then((m) => m.TodayPage),
  },
  {
    path: 'queue',
    title: 'casework.title.queue',
    data: { permission: 'queue.read' },
    loadComponent: () => import('./queue-page/queue-page').then((m) => m.QueuePage),
  },
  {
    path: 'cases',
    title: 'casework.title.cases',
    data: { permission: 'case.read' },
    loadComponent: () => import('./cases-page/cases-page').then((m) => m.CasesPage),
  },
  {
    path: 'cases/new',
    title: 'casework.title.open',
    data: { permission: 'case.open' },
    loadComponent: () => import('./open-case-page/open-case-page').then((m) => m.OpenCasePage),
  },
  {
    path: 'cases/:caseId',
    title: 'casework.title.case',
    data: { permission: 'case.read' },
    loadComponent: () => import('./case-page/case-page').then((m) => m.CasePage),
  },
  {
    path: 'opening-reports',
    title: 'casework.title.openingReports',
    data: { permission: 'opening-report.read' },
    loadComponent: () => import('./opening-reports-page/opening-reports-page').then((m) => m.OpeningReportsPage),
  },
  {
    path: 'opening-reports/:reportId',
    title: 'casework.title.openingReport',
    data: { permission: 'opening-report.read' },
    loadComponent: () => import('./opening-reports-page/opening-report-page').then((m) => m.OpeningReportPage),
  },
  ...riskRoutes,
];
