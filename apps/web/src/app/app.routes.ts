import type { Routes } from '@angular/router';
import { permitted, texts } from '@sampan/web-session';

/** One lazy piece per audience. What a page needs is data on its route (`permission`); its texts come with it. */
export const appRoutes: Routes = [
  { path: '', pathMatch: 'full', canActivate: [permitted], title: 'shell.title.home', loadComponent: () => import('./home/home-page').then((m) => m.HomePage) },
  { path: 'sign-in', title: 'shell.title.signIn', data: { bare: true }, loadComponent: () => import('./sign-in/sign-in-page').then((m) => m.SignInPage) },
  { path: 'notifications', canActivate: [permitted], title: 'shell.title.notifications', data: { permission: 'notification.read' }, loadComponent: () => import('./notifications/notifications-page').then((m) => m.NotificationsPage) },
  { path: 'password', canActivate: [permitted], title: 'shell.title.password', loadComponent: () => import('./sign-in/password-page').then((m) => m.PasswordPage) },
  { path: 'people', canActivateChild: [permitted], resolve: { texts: texts('people', 'parts') }, loadChildren: () => import('@sampan/web-people').then((m) => m.peopleRoutes) },
  { path: 'training', canActivateChild: [permitted], resolve: { texts: texts('training', 'parts') }, loadChildren: () => import('@sampan/web-training').then((m) => m.trainingRoutes) },
  { path: 'placement', canActivateChild: [permitted], resolve: { texts: texts('placement', 'parts') }, loadChildren: () => import('@sampan/web-placement').then((m) => m.placementRoutes) },
  { path: 'casework', canActivateChild: [permitted], resolve: { texts: texts('casework', 'parts') }, loadChildren: () => import('@sampan/web-casework').then((m) => m.caseworkRoutes) },
  { path: 'ministry', canActivateChild: [permitted], resolve: { texts: texts('ministry', 'parts') }, loadChildren: () => import('@sampan/web-ministry').then((m) => m.ministryRoutes) },
  { path: 'admin', canActivateChild: [permitted], resolve: { texts: texts('admin') }, loadChildren: () => import('@sampan/web-admin').then((m) => m.adminRoutes) },
  { path: 'account', canActivateChild: [permitted], resolve: { texts: texts('account') }, loadChildren: () => import('@sampan/web-account').then((m) => m.accountRoutes) },
  { path: 'choose-password', data: { bare: true }, resolve: { texts: texts('account') }, loadChildren: () => import('@sampan/web-account').then((m) => m.oneTimeLinkRoutes) },
  { path: 'public', data: { bare: true }, resolve: { texts: texts('public') }, loadChildren: () => import('@sampan/web-public').then((m) => m.publicRoutes) },
  // What is printed on a certificate: short enough to type.
  { path: 'verify', redirectTo: 'public/verify' },
  // What the terminal of a new node says.
  { path: 'set-up', redirectTo: 'public/set-up' },
  { path: 'verify/:token', redirectTo: 'public/verify/:token' },
  { path: 'locked', children: [] },
  { path: 'not-allowed', title: 'shell.title.notAllowed', loadComponent: () => import('./errors/error-pages').then((m) => m.NotAllowedPage) },
  { path: 'not-loaded', title: 'shell.title.notLoaded', loadComponent: () => import('./errors/error-pages').then((m) => m.NotLoadedPage) },
  { path: '**', title: 'shell.title.notFound', loadComponent: () => import('./errors/error-pages').then((m) => m.NotFoundPage) },
];
