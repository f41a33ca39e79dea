import type { Direction, FactClass, InstrumentItem } from '../instrument.rules';
import type { LocalisedText } from '../localised-text';
import * as texts from './texts';

interface Placing {
  readonly section: string;
  readonly direction?: Direction;
  readonly sources: readonly string[];
  readonly fact?: FactClass;
  readonly validDays: number | null;
}

const HALF_A_YEAR = 180;
const A_YEAR = 365;

const offer = (...sources: string[]): Placing => ({ section: 'offer', sources, validDays: HALF_A_YEAR });
const exposure = (...sources: string[]): Placing => ({ section: 'exposure', sources, validDays: HALF_A_YEAR });
const livelihood = (...sources: string[]): Placing => ({ section: 'livelihood', sources, validDays: A_YEAR });
const history = (fact: FactClass, ...sources: string[]): Placing => ({
  section: 'history',
  sources,
  fact,
  validDays: null,
});
const environment = (...sources: string[]): Placing => ({ section: 'environment', sources, validDays: A_YEAR });
const protective = (...sources: string[]): Placing => ({
  section: 'protective',
  direction: 'protective',
  sources,
  validDays: HALF_A_YEAR,
});

const PLACINGS: Readonly<Record<keyof typeof texts.en, Placing>> = {
  'pay-far-above-market': offer('in-mea-2022', 'id-kemlu', 'unodc-2023'),
  'no-qualification-asked': offer('id-kemlu', 'id-kp2mi-2025'),
  'only-typing-or-language': offer('th-doe-2025', 'id-kp2mi-2025'),
  'vague-office-title': offer('in-mea-2022', 'th-doe-2025', 'interpol'),
  'employer-uncheckable': offer('in-mea-2022', 'reliefweb'),
  'approached-by-stranger-or-agent': offer('in-mea-2022', 'interpol', 'iom-reports'),
  'everything-free': offer('id-kp2mi-2025', 'unodc-2023'),
  'tourist-entry-for-work': offer('in-mea-2022', 'id-kemlu', 'th-doe-2025'),
  'hurry-few-questions': offer('reliefweb', 'id-kp2mi-2025'),
  'risky-or-changed-destination': offer('th-doe-2025', 'interpol', 'unodc-2023'),
  'no-contract-or-licence': offer('id-kp2mi-2025', 'th-doe-2025'),
  'no-interview': offer('reliefweb', 'id-kp2mi-2025'),
  'fee-or-data-before-offer': offer('reliefweb', 'id-kp2mi-2025'),
  'openly-fraud-or-gambling': offer('id-kemlu', 'interpol'),
  'recruiter-on-watch-list': offer('interpol', 'unodc-2023'),
  'offer-in-hand': exposure('unodc-2023', 'iom-reports'),
  'contact-with-recruiter': exposure('unodc-2023', 'interpol'),
  'travel-planned': exposure('iom-reports'),
  'peers-left': exposure('iom-determinants', 'iom-reports'),
  'no-income': livelihood('iom-determinants'),
  'debt-under-pressure': livelihood('iom-determinants', 'ilo-11'),
  'debt-to-recruiter': livelihood('ilo-11', 'unodc-2023'),
  'dependants-without-support': livelihood('iom-determinants'),
  'training-interrupted': livelihood('iom-determinants'),
  'work-lost': livelihood('iom-determinants'),
  'wage-unpaid': livelihood('ilo-11'),
  'returned-from-compound': history('fact.protection', 'iom-reports', 'unodc-2023'),
  'trafficked-before': history('fact.sensitive', 'iom-reports', 'iom-determinants'),
  'documents-withheld': history('fact.protection', 'ilo-11'),
  'close-person-recruited': environment('iom-determinants', 'interpol'),
  'recruiter-active-nearby': environment('iom-determinants', 'iom-reports'),
  'in-training': protective('iom-determinants'),
  'in-work': protective('iom-determinants'),
  'has-savings': protective('iom-determinants'),
  'has-support': protective('iom-determinants'),
  'knows-the-risks': protective('iom-determinants', 'id-kp2mi-2025'),
};

type Code = keyof typeof texts.en;

const textOf = (code: Code): LocalisedText => ({
  en: texts.en[code],
  km: texts.km[code],
  th: texts.th[code],
  zh: texts.zh[code],
  id: texts.id[code],
});

export const ITEMS: readonly InstrumentItem[] = (Object.keys(PLACINGS) as Code[]).map((code) => ({
  code,
  direction: 'risk',
  fact: 'fact.protection',
  ...PLACINGS[code],
  text: textOf(code),
}));
