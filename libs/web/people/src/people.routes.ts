import type { Routes } from '@angular/router';

export const peopleRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'people.title.people', data: { permission: 'person.read' }, loadComponent: () => import('./people-page/people-page').then((m) => m.PeoplePage) },
  { path: 'new', title: 'people.title.register', data: { permission: 'person.register' }, loadComponent: () => import('./register-page/register-page').then((m) => m.RegisterPage) },
  { path: 'imports', title: 'people.title.imports', data: { permission: 'person.import' }, loadComponent: () => import('./imports-page/imports-page').then((m) => m.ImportsPage) },
  { path: 'imports/:importId', title: 'people.title.import', data: { permission: 'person.import' }, loadComponent: () => import('./import-page/import-page').then((m) => m.ImportPage) },
  { path: 'duplicates', title: 'people.title.duplicates', data: { permission: 'duplicate.steward' }, loadComponent: () => import('./duplicates-page/duplicates-page').then((m) => m.DuplicatesPage) },
  { path: 'please-call', title: 'people.title.pleaseCall', data: { permission: 'please-call.read' }, loadComponent: () => import('./please-call-page/please-call-page').then((m) => m.PleaseCallPage) },
  { path: 'break-glass', title: 'people.title.breakGlass', data: { permission: 'person.break-glass' }, loadComponent: () => import('./break-glass-page/break-glass-page').then((m) => m.BreakGlassPage) },
  { path: 'break-glass/review', title: 'people.title.breakGlassReview', data: { permission: 'break-glass.review' }, loadComponent: () => import('./break-glass-page/review-accesses-page').then((m) => m.ReviewAccessesPage) },
  { path: 'who-opened', title: 'people.title.findOpenings', data: { permission: 'person.who-opened' }, loadComponent: () => import('./openings-page/find-openings-page').then((m) => m.FindOpeningsPage) },
  { path: ':personId/openings', title: 'people.title.openings', data: { permission: 'person.who-opened' }, loadComponent: () => import('./openings-page/openings-page').then((m) => m.OpeningsPage) },
  { path: ':personId', title: 'people.title.person', data: { permission: 'person.read' }, loadComponent: () => import('./person-page/person-page').then((m) => m.PersonPage) },
  { path: ':personId/edit', title: 'people.title.edit', data: { permission: 'person.update' }, loadComponent: () => import('./person-edit-page/person-edit-page').then((m) => m.PersonEditPage) },
];
