import { newId, type Reach, type Viewer } from '@sampan/kernel';
import type { EntityManager } from 'typeorm';
import { permissionsOf, type RoleCode } from './roles/roles.data';
import { User } from './users/user.entity';

/** A user whose password is nobody's business: for tests that act in the name of somebody. */
export const newUser = async (manager: EntityManager, over: Partial<User> = {}): Promise<User> => {
  const id = newId();
  await manager.insert(User, {
    id, email: `${id}@test.example`, displayName: 'Test user', passwordHash: 'none', roles: ['registrar'], reach: 'centre', country: null,
    organisationId: null, centreId: null, locale: 'en', active: true, secondFactorSince: null, createdAt: new Date('2026-01-01T00:00:00Z'), ...over,
  });
  return manager.findOneByOrFail(User, { id });
};

/** Who asks in a test: the permissions of a role, at these centres. */
export const viewerOf = (role: RoleCode, centreIds: readonly string[], over: Partial<Viewer> = {}): Viewer => ({
  userId: newId(),
  displayName: role,
  roles: [role],
  permissions: permissionsOf([role]),
  reach: (role === 'social-worker' ? 'caseload' : 'centre') satisfies Reach,
  centreIds,
  organisationId: null,
  ...over,
});
