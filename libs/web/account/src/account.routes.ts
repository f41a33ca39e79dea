import type { Routes } from '@angular/router';

/** What everybody looks after themselves. */
export const accountRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'account.title.account', loadComponent: () => import('./account-page/account-page').then((m) => m.AccountPage) },
  { path: 'second-factor', title: 'account.title.secondFactor', loadComponent: () => import('./second-factor-page/second-factor-page').then((m) => m.SecondFactorPage) },
  { path: 'tokens', title: 'account.title.tokens', data: { permission: 'api-token.make' }, loadComponent: () => import('./tokens-page/tokens-page').then((m) => m.TokensPage) },
];

/** What somebody opens who holds a one-time link and cannot sign in yet. */
export const oneTimeLinkRoutes: Routes = [
  { path: '', title: 'account.title.choosePassword', loadComponent: () => import('./choose-password-page/choose-password-page').then((m) => m.ChoosePasswordPage) },
];
