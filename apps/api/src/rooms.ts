import { AccessModule } from '@sampan/access';
import { CasesModule } from '@sampan/cases';
import { InsightsModule } from '@sampan/insights';
import { KernelModule, type DatabaseParts, type EntityClass, type Room } from '@sampan/kernel';
import { OrganisationsModule } from '@sampan/organisations';
import { PeopleModule } from '@sampan/people';
import { PlacementModule } from '@sampan/placement';
import { PlatformModule } from '@sampan/platform';
import { RiskModule } from '@sampan/risk';
import { TrainingModule } from '@sampan/training';
import { migrations } from './migrations';

/** The staircase, lowest step first. */
export const rooms: readonly Room[] = [PlatformModule, OrganisationsModule, AccessModule, PeopleModule, TrainingModule, PlacementModule, RiskModule, CasesModule, InsightsModule];

export const entities: readonly EntityClass[] = [KernelModule, ...rooms].flatMap((room) => [...room.entities]);

/** What a database of the product is made of. */
export const parts: DatabaseParts = { entities, migrations };
