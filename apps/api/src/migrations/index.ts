import type { MigrationClass } from '@sampan/kernel';
import { House1764000000000 } from './1764000000000-house';

/** In the order in which they run. A migration that has been released is never changed. */
export const migrations: readonly MigrationClass[] = [House1764000000000];
