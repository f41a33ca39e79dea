export { ministryRoutes } from './ministry.routes';
