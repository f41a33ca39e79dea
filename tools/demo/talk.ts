/** What people say in the demo. Invented; short, because a note in the field is short. */
export const ISSUES = [
  'Was offered office work abroad by a message and is unsure.',
  'Came back without pay and does not want to talk about it yet.',
  'Owes money in the village and thinks of leaving soon.',
  'A friend left last month and asks to follow.',
];

export const NOTES = [
  'Talked for half an hour. Listened mostly. Agreed to meet again next week.',
  'Looked at the message together. Nobody answers at the company’s number.',
  'Visited at home. The mother knows and supports the plan.',
  'Came to the centre; asked about the next course.',
];

export const GOALS = [
  { text: 'Earn enough near home to pay the debt', dimension: 'income', steps: ['Visit the placement officer together', 'List the debts and talk with the lender'] },
  { text: 'Finish the course', dimension: 'work-skills', steps: ['Back in class on Monday', 'Ask for the evening group'] },
  { text: 'Know how to check an offer', dimension: 'rights', steps: ['Check two adverts together', 'Keep the helpline number safely'] },
] as const;

export const NEXT_VISIT = 'Visit again and ask how things are';

/** Ratings of the instrument, from an offer full of signs to a quiet life. */
export const SITUATIONS: readonly (readonly Readonly<Record<string, string>>[])[] = [
  [
    { 'pay-far-above-market': 'present', 'no-qualification-asked': 'present', 'only-typing-or-language': 'present', 'approached-by-stranger-or-agent': 'present', 'everything-free': 'present', 'offer-in-hand': 'present', 'contact-with-recruiter': 'present', 'debt-under-pressure': 'present', 'no-income': 'present' },
    { 'tourist-entry-for-work': 'present', 'hurry-few-questions': 'present', 'employer-uncheckable': 'present', 'travel-planned': 'present', 'offer-in-hand': 'present', 'peers-left': 'present', 'has-support': 'absent' },
  ],
  [
    { 'no-income': 'present', 'debt-under-pressure': 'present', 'peers-left': 'present', 'dependants-without-support': 'present', 'recruiter-active-nearby': 'present' },
    { 'returned-from-compound': 'present', 'no-income': 'present', 'has-support': 'partial', 'knows-the-risks': 'present' },
    { 'offer-in-hand': 'present', 'approached-by-stranger-or-agent': 'present', 'in-training': 'present', 'vague-office-title': 'partial' },
  ],
  [
    { 'in-training': 'present', 'has-support': 'present', 'knows-the-risks': 'present', 'no-income': 'partial' },
    { 'in-work': 'present', 'has-savings': 'present', 'peers-left': 'partial' },
  ],
];
