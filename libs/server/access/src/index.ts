export { AccessModule } from './access.module';
export { Users, type UserView } from './users/users';
export { Viewers } from './users/viewers';
export { Administration } from './users/administration';
export { Sessions } from './sessions/sessions';
export { SessionGuard } from './sessions/session.guard';
export { permissionsOf, ROLE_CODES, ROLES, type RoleCode } from './roles/roles.data';
