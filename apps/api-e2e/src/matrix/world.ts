import type { RoleCode } from '@sampan/access';
import type { EntityManager } from 'typeorm';

/** Where the rows of a world stand, seen from whoever asks. */
export const WORLDS = ['own', 'other caseload', 'other centre', 'other country'] as const;
export type WorldName = (typeof WORLDS)[number];

/** One place with rows of every kind. In the world `own` the people are in the caseload of whoever asks. */
export interface World {
  readonly name: WorldName;
  readonly manager: EntityManager;
  readonly role: RoleCode;
  /** Whoever asks in `own`; a colleague of theirs, or a stranger, in the others: the people are in this user's caseload. */
  readonly workerId: string;
  readonly organisationId: string;
  readonly centreId: string;
  readonly country: string;
}

/** Ids by the name of the path parameter (or body field) that takes them. */
export type Ids = Readonly<Record<string, string>>;

/** What a room brings to a world. */
export interface FixtureRows {
  /** Rows of a person: seen by whoever's reach includes the centre and, for a caseload, the person. */
  readonly scoped?: Ids;
  /** Rows of a centre (cohorts, employers): seen by whoever's reach includes the centre. */
  readonly centre?: Ids;
  /** Named by somebody who knows them, anywhere in the caller's country and whatever the reach: a reference told at the door. */
  readonly country?: Ids;
  /** Seen by `workerId` alone, such as one's own jobs. */
  readonly personal?: Ids;
  /** The same for everybody: reference data, published things. */
  readonly shared?: Ids;
}

/** Makes the rows that a room's path parameters need. `ids` holds what the rooms below have made in this world. */
export type Fixture = (world: World, ids: Ids) => Promise<FixtureRows>;
