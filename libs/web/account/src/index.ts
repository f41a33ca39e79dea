export { accountRoutes, oneTimeLinkRoutes } from './account.routes';
