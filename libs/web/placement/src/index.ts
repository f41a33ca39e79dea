export { placementRoutes } from './placement.routes';
