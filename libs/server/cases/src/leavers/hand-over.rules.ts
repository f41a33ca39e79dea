import { WORK_KINDS, WORK_PARTS, type HeldWork, type WorkKind, type WorkPart } from '@sampan/access';
import type { Permission } from '@sampan/kernel';

export interface PartInHand {
  readonly part: WorkPart;
  readonly kinds: readonly { readonly kind: WorkKind; readonly count: number }[];
  /** What the successor must be allowed to do, and where: every one of these. */
  readonly needs: readonly { readonly permission: Permission; readonly centreId: string }[];
}

/** Work grouped by the successor who takes it over. Parts without any work do not appear. */
export const partsInHand = (held: readonly HeldWork[]): PartInHand[] =>
  WORK_PARTS.flatMap((part) => {
    const mine = held.filter(({ kind, count }) => WORK_KINDS[kind].part === part && count > 0);
    if (mine.length === 0) {
      return [];
    }
    const kinds = (Object.keys(WORK_KINDS) as WorkKind[]).flatMap((kind) => {
      const count = mine.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.count, 0);
      return count > 0 ? [{ kind, count }] : [];
    });
    const needs = new Map(mine.map(({ kind, centreId }) => [`${WORK_KINDS[kind].needs} ${centreId}`, { permission: WORK_KINDS[kind].needs, centreId }]));
    return [{ part, kinds, needs: [...needs.values()] }];
  });
