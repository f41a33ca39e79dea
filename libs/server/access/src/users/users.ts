import { Injectable } from '@nestjs/common';
import { Centres } from '@sampan/organisations';
import { notFound, type Permission, type Viewer } from '@sampan/kernel';
import { ROLE_CODES, ROLES } from '../roles/roles.data';
import type { User } from './user.entity';
import { UsersRepository } from './users.repository';

export interface UserView {
  readonly id: string;
  readonly displayName: string;
  readonly roles: readonly string[];
  readonly centreId: string | null;
}

/** Colleagues: who is there, and who may do what for which centre. */
@Injectable()
export class Users {
  constructor(
    private readonly users: UsersRepository,
    private readonly centres: Centres,
  ) {}

  async list(viewer: Viewer): Promise<UserView[]> {
    return (await this.users.listColleagues(viewer)).map(toView);
  }

  async get(viewer: Viewer, id: string): Promise<UserView> {
    const user = await this.users.findColleague(viewer, id);
    if (!user) {
      throw notFound('USER_NOT_FOUND', 'The colleague');
    }
    return toView(user);
  }

  /** The ids of those who hold the permission and whose reach includes the centre: whom to tell, whose queue it is. */
  async whoMay(permission: Permission, centreId: string): Promise<string[]> {
    const roles = ROLE_CODES.filter((role) => (ROLES[role] as readonly Permission[]).includes(permission));
    const [organisationId, country] = [await this.centres.organisationOf(centreId), await this.centres.countryOf(centreId)];
    return (await this.users.listWithRoles(roles)).filter((user) => reaches(user, { centreId, organisationId, country })).map(({ id }) => id);
  }

  /** Whether somebody sees no more than the people in their caseload. */
  async seesCaseloadOnly(id: string): Promise<boolean> {
    return (await this.users.findById(id))?.reach === 'caseload';
  }

  /** Names and roles of those among the ids who are or were users, for what they did. */
  async known(ids: readonly string[]): Promise<ReadonlyMap<string, UserView>> {
    const users = await this.users.listByIds([...new Set(ids)]);
    return new Map(users.map((user) => [user.id, toView(user)]));
  }

  /** The name of a colleague, for "done by"; an unknown id (the system) has none. */
  async nameOf(id: string): Promise<string | null> {
    return (await this.users.findById(id))?.displayName ?? null;
  }

  /** The names of some colleagues, by id; those that are unknown are not in the answer. */
  namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.users.names(ids);
  }
}

const REACHES_CENTRE: Record<User['reach'], (user: User, centre: { centreId: string; organisationId: string; country: string }) => boolean> = {
  caseload: (user, { centreId }) => user.centreId === centreId,
  centre: (user, { centreId }) => user.centreId === centreId,
  organisation: (user, { organisationId }) => user.organisationId === organisationId,
  country: (user, { country }) => user.country === country,
  all: () => true,
};

const reaches = (user: User, centre: { centreId: string; organisationId: string; country: string }): boolean => REACHES_CENTRE[user.reach](user, centre);

const toView = ({ id, displayName, roles, centreId }: User): UserView => ({ id, displayName, roles, centreId });

