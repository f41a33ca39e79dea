import type { MigrationClass } from '@sampan/kernel';
import { House1764000000000 } from './1764000000000-house';
import { People1764000100000 } from './1764000100000-people';
import { Training1764000200000 } from './1764000200000-training';
import { Placement1764000300000 } from './1764000300000-placement';
import { Risk1764000400000 } from './1764000400000-risk';
import { Cases1764000500000 } from './1764000500000-cases';
import { Insights1764000600000 } from './1764000600000-insights';
import { SignIn1764100010000 } from './1764100010000-sign-in';
import { SavedViews1764600000100 } from './1764600000100-saved-views';
import { Bells1764600000300 } from './1764600000300-bells';
import { HotLists1764600000200 } from './1764600000200-hot-lists';
import { AuditSeals1764200000000 } from './1764200000000-audit-seals';
import { BreakGlass1764200010000 } from './1764200010000-break-glass';
import { OpeningReports1764200020000 } from './1764200020000-opening-reports';
import { SealingPages1764200030000 } from './1764200030000-sealing-pages';
import { Operations1764400010000 } from './1764400010000-operations';
import { SealedAnswers1764400020000 } from './1764400020000-sealed-answers';
import { Holidays1764300000000 } from './1764300000000-holidays';

/** In the order in which they run. A migration that has been released is never changed. */
export const migrations: readonly MigrationClass[] = [House1764000000000, People1764000100000, Training1764000200000, Placement1764000300000, Risk1764000400000, Cases1764000500000, Insights1764000600000, SavedViews1764600000100, HotLists1764600000200, Bells1764600000300, Holidays1764300000000, SignIn1764100010000, AuditSeals1764200000000, BreakGlass1764200010000, OpeningReports1764200020000, SealingPages1764200030000, Operations1764400010000, SealedAnswers1764400020000];
