import { conflict, notAllowed, REACHES, ruleBroken, type DomainError, type Permission, type Reach } from '@sampan/kernel';
import { REACHES_OF, ROLES, SECOND_PAIRS_OF_EYES, type RoleCode } from '../roles/roles.data';

/** What somebody does, and for which place. */
export interface Place {
  readonly roles: readonly RoleCode[];
  readonly reach: Reach;
  readonly centreId: string | null;
  readonly organisationId: string | null;
  readonly country: string | null;
}

const seesPeople = (role: RoleCode): boolean => (ROLES[role] as readonly Permission[]).includes('fact.identity');

/** Why these roles do not go together, or do not go with this reach. */
export const whyNotRoles = (roles: readonly RoleCode[], reach: Reach): DomainError | null => {
  const tooFar = roles.find((role) => !REACHES_OF[role].includes(reach));
  if (tooFar) {
    return ruleBroken('REACH_NOT_OF_ROLE', 'This role does not see that far, or does not see so little.', { role: tooFar, reach, allowed: REACHES_OF[tooFar] });
  }
  if (SECOND_PAIRS_OF_EYES.some((pair) => pair.every((role) => roles.includes(role)))) {
    return ruleBroken('ROLES_APART', 'Nobody approves what they prepare: these roles need two people.');
  }
  // Whoever gives out roles could else give themselves every file.
  return roles.includes('administrator') && roles.some(seesPeople)
    ? ruleBroken('ADMINISTRATOR_SEES_NO_PEOPLE', 'An administrator has no role that sees people: that takes a second account of a second person.')
    : null;
};

const PLACE_OF: Readonly<Record<Reach, 'centreId' | 'organisationId' | 'country' | null>> = {
  caseload: 'centreId',
  centre: 'centreId',
  organisation: 'organisationId',
  country: 'country',
  all: null,
};

/** Which place has to be named for a reach; null for everything. */
export const placeNeeded = (reach: Reach): 'centreId' | 'organisationId' | 'country' | null => PLACE_OF[reach];

export const whyNotPlace = (place: Place): DomainError | null => {
  const needed = placeNeeded(place.reach);
  return needed !== null && place[needed] === null ? ruleBroken('PLACE_MISSING', 'Say for which place this role is.', { reach: place.reach, needed }) : null;
};

/** Nobody gives others more than they have, and nobody gives themselves anything. */
export const whyNotGive = (viewer: { readonly userId: string; readonly reach: Reach }, userId: string, reach: Reach): DomainError | null => {
  if (viewer.userId === userId) {
    return conflict('OWN_ACCOUNT', 'This is your own account. Use "My account", or ask another administrator.');
  }
  return REACHES.indexOf(reach) > REACHES.indexOf(viewer.reach)
    ? notAllowed('REACHES_FURTHER', 'This account sees further than yours. Ask an administrator of a wider area.')
    : null;
};

/** Somebody must be left who can let the others in. */
export const isLastAdministrator = (administratorIds: readonly string[], userId: string): boolean => administratorIds.length === 1 && administratorIds[0] === userId;

export const lastAdministrator = (): DomainError =>
  ruleBroken('LAST_ADMINISTRATOR', 'This is the last administrator of the node. Make another one first.');

export const opensEveryDoor = ({ roles, reach }: Pick<Place, 'roles' | 'reach'>): boolean => roles.includes('administrator') && reach === 'all';
