import { AccessModule } from '@sampan/access';
import { KernelModule, type EntityClass, type Room } from '@sampan/kernel';
import { OrganisationsModule } from '@sampan/organisations';
import { PlatformModule } from '@sampan/platform';

/** The staircase, lowest step first. */
export const rooms: readonly Room[] = [PlatformModule, OrganisationsModule, AccessModule];

export const entities: readonly EntityClass[] = [KernelModule, ...rooms].flatMap((room) => [...room.entities]);
