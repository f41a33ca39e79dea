/** The codes that a choice offers, in the order in which they are offered. The server refuses any other. */
export const EMPLOYER_KINDS = ['employer', 'recruitment-agency'] as const;
export const VETTING_STATES = ['unvetted', 'in-review', 'cleared', 'conditional', 'expired', 'blocked'] as const;
export const VETTING_CHECKS = ['registration', 'licence', 'site-visit', 'workers-asked', 'watch-list', 'no-fees-promise', 'contact-found-independently'] as const;
export const CHECK_RESULTS = ['passed', 'failed', 'not-possible'] as const;
export const VACANCY_STATES = ['draft', 'screening', 'open', 'filled', 'closed', 'blocked'] as const;
export const JOB_KINDS = ['wage', 'self-employment', 'apprenticeship', 'further-training'] as const;
export const OFFER_ITEMS = [
  'no-experience-asked', 'only-typing-or-language', 'suspicious-title', 'employer-uncheckable', 'approached-on-social-media', 'ticket-housing-food-free', 'tourist-visa',
  'hurry-few-questions', 'border-zone-or-known-site', 'no-written-contract-or-licence', 'no-interview', 'fee-or-documents-asked-first', 'openly-scam-or-gambling', 'on-watch-list',
] as const;
export const OFFER_ANSWERS = ['no', 'yes', 'unknown'] as const;
export const DECLINED_BY = ['person', 'employer', 'centre'] as const;
export const PLACEMENT_STATES = ['offered', 'contract-checked', 'started', 'active', 'ended', 'never-started'] as const;
export const RECORDED_SOURCES = ['self-found', 'self-employed', 'informal'] as const;
export const WAGE_PERIODS = ['month', 'week', 'day', 'hour', 'year', 'piece'] as const;
export const PASSPORT_HOLDERS = ['person', 'family', 'employer', 'agency', 'somebody-else', 'no-passport'] as const;
export const COST_HEADS = ['recruitment-fee', 'medical', 'insurance', 'skills-test', 'training', 'equipment', 'travel-and-lodging', 'administration', 'other-payments'] as const;
export const COST_PAYERS = ['nobody', 'person', 'employer', 'agency', 'centre'] as const;
export const END_REASONS = ['contract-ended', 'better-job', 'family', 'health', 'laid-off', 'dismissed', 'wage-unpaid', 'unsafe', 'returned-home', 'training', 'deceased', 'unknown', 'other'] as const;
export const FOLLOW_UP_VIEWS = ['due', 'upcoming', 'missed'] as const;
export const CHANNELS = ['phone', 'telegram', 'line', 'whatsapp', 'messenger', 'wechat', 'email', 'visit', 'centre'] as const;
export const ANSWERED_BY = ['person', 'family', 'colleague', 'employer', 'somebody-else', 'nobody'] as const;
export const PRESENCE = ['no', 'yes', 'unknown'] as const;
export const CODE_WORD = ['right', 'none-agreed', 'wrong', 'not-asked'] as const;
export const EMPLOYMENTS = ['employed', 'self-employed', 'apprenticeship', 'in-training', 'unemployed-seeking', 'not-seeking', 'unknown'] as const;
export const EVIDENCE = ['payslip', 'bank', 'visit', 'employer-record'] as const;
export const INDICATORS = [
  'abuse-of-vulnerability', 'deception', 'restriction-of-movement', 'isolation', 'physical-and-sexual-violence', 'intimidation-and-threats', 'retention-of-identity-documents',
  'withholding-of-wages', 'debt-bondage', 'abusive-working-and-living-conditions', 'excessive-overtime',
] as const;
export const CONCERN_STATES = ['received', 'triaged', 'mediating', 'referred', 'remedied', 'unresolved', 'withdrawn-by-person', 'closed'] as const;
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export const REPORTED_BY = ['person', 'family', 'colleague', 'hotline', 'partner', 'staff', 'somebody-else'] as const;

/** Where people of the region go to work; names come from the browser, in the language of the screen. */
export const COUNTRIES = ['KH', 'TH', 'LA', 'VN', 'MM', 'ID', 'CN', 'MY', 'PH', 'SG', 'BN', 'TW', 'HK', 'KR', 'JP', 'AE', 'SA'] as const;
export const CURRENCIES = ['KHR', 'THB', 'LAK', 'VND', 'MMK', 'IDR', 'CNY', 'MYR', 'PHP', 'SGD', 'TWD', 'KRW', 'JPY', 'USD'] as const;
export const CONTRACT_LANGUAGES = ['km', 'th', 'lo', 'vi', 'my', 'id', 'jv', 'su', 'zh', 'ms', 'fil', 'en'] as const;
