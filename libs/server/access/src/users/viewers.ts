import { Injectable } from '@nestjs/common';
import { Centres } from '@sampan/organisations';
import type { Viewer } from '@sampan/kernel';
import { permissionsOf } from '../roles/roles.data';
import type { User } from './user.entity';

/** Turns a user into the viewer of one request: permissions from the roles, centres from the reach. */
@Injectable()
export class Viewers {
  constructor(private readonly centres: Centres) {}

  async of(user: User, requestId?: string): Promise<Viewer> {
    return {
      userId: user.id,
      displayName: user.displayName,
      roles: user.roles,
      permissions: permissionsOf(user.roles),
      reach: user.reach,
      centreIds: await this.centresOf(user),
      organisationId: user.organisationId,
      ...(requestId ? { requestId } : {}),
    };
  }

  private async centresOf({ reach, centreId, organisationId, country }: User): Promise<string[]> {
    const lists: Record<User['reach'], () => Promise<string[]>> = {
      caseload: async () => (centreId ? [centreId] : []),
      centre: async () => (centreId ? [centreId] : []),
      organisation: async () => (organisationId ? this.centres.idsOfOrganisation(organisationId) : []),
      country: async () => (country ? this.centres.idsOfCountry(country) : []),
      all: () => this.centres.allIds(),
    };
    return lists[reach]();
  }
}
