import type { Routes } from '@angular/router';

/** What anybody may open, without signing in. */
export const publicRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'verify' },
  { path: 'verify', title: 'public.title.verify', loadComponent: () => import('./verify-page/verify-page').then((m) => m.VerifyPage) },
  { path: 'verify/:token', title: 'public.title.verify', loadComponent: () => import('./verify-page/verify-page').then((m) => m.VerifyPage) },
  { path: 'set-up', title: 'public.title.setUp', loadComponent: () => import('./set-up-page/set-up-page').then((m) => m.SetUpPage) },
];
