import { houseFixture } from './house.fixtures';
import type { Fixture } from './world';

/** In the order of the staircase: a room's rows may point to those of the rooms below. */
export const FIXTURES: readonly Fixture[] = [houseFixture];
