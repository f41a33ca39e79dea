export { caseworkRoutes } from './casework.routes';
