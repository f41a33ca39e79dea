import type { EntityClass } from './data-source';

/** A room's Nest module, which also says which tables the room has; nobody else gets hold of them. */
export interface Room {
  readonly entities: readonly EntityClass[];
  new (): object;
}
