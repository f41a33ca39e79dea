import { casesFixture } from './cases.fixtures';
import { houseFixture } from './house.fixtures';
import { insightsFixture } from './insights.fixtures';
import { oversightFixture } from './oversight.fixtures';
import { peopleFixture } from './people.fixtures';
import { placementFixture } from './placement.fixtures';
import { riskFixture } from './risk.fixtures';
import { trainingFixture } from './training.fixtures';
import type { Fixture } from './world';

/** In the order of the staircase: a room's rows may point to those of the rooms below. */
export const FIXTURES: readonly Fixture[] = [houseFixture, peopleFixture, trainingFixture, placementFixture, riskFixture, casesFixture, oversightFixture, insightsFixture];
