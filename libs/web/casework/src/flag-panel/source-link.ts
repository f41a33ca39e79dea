import type { FactSourceDto } from '@sampan/web-client';

interface SourcePage {
  readonly path: string;
  readonly permission: string;
}

const PAGES: Readonly<Record<string, SourcePage>> = {
  placement: { path: '/placement/placements', permission: 'placement.read' },
  'follow-up': { path: '/placement/follow-ups', permission: 'follow-up.read' },
  'labour-concern': { path: '/placement/concerns', permission: 'concern.read' },
};

/** Where a fact comes from, for those who may go there; a screening is on the same person's page. */
export const sourceLink = (
  { type, id }: FactSourceDto,
  personId: string,
  can: (permission: string) => boolean,
): readonly string[] | null => {
  if (type === 'screening') {
    return can('screening.read') ? ['/casework/people', personId, 'screening'] : null;
  }
  const page = PAGES[type];
  return page && can(page.permission) ? [page.path, id] : null;
};
