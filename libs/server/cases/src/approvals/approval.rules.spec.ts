import { whyNotDecide } from './approval.rules';

const request = {
  state: 'requested',
  decision: 'approved',
  comment: null,
  requestedBy: 'sokha',
  decidedBy: 'dara',
} as const;

describe('whyNotDecide', () => {
  it('lets the supervisor approve what a worker requested', () => {
    expect(whyNotDecide(request)).toBeNull();
  });

  it.each([
    ['APPROVAL_ALREADY_DECIDED', { state: 'approved' as const }],
    ['APPROVAL_ALREADY_DECIDED', { state: 'returned' as const, decision: 'returned' as const, comment: 'Again' }],
    ['APPROVAL_NEEDS_SECOND_PERSON', { decidedBy: 'sokha' }],
    ['APPROVAL_COMMENT_MISSING', { decision: 'returned' as const, comment: ' ' }],
  ])('answers %s', (code, change) => {
    expect(whyNotDecide({ ...request, ...change })).toMatchObject({ code });
  });
});
