import type { CertificateDto, CohortDto, EnrolmentDto, ProgrammeVersionDto, SessionDto } from '@sampan/web-client';
import type { Tone } from '@sampan/web-kit';

export const COHORT_STATES: readonly CohortDto['state'][] = ['planned', 'open', 'closed', 'running', 'completed', 'cancelled'];

export const COHORT_TONES: Readonly<Record<CohortDto['state'], Tone>> = {
  planned: 'neutral', open: 'good', closed: 'info', running: 'info', completed: 'neutral', cancelled: 'bad',
};

export const ENROLMENT_TONES: Readonly<Record<EnrolmentDto['state'], Tone>> = {
  registered: 'neutral', active: 'good', suspended: 'warn', completed: 'good', withdrawn: 'neutral', 'left-early': 'warn', transferred: 'neutral', deceased: 'neutral',
};

export const SESSION_TONES: Readonly<Record<SessionDto['state'], Tone>> = { scheduled: 'neutral', held: 'good', locked: 'good', cancelled: 'bad' };

export const VERSION_TONES: Readonly<Record<ProgrammeVersionDto['state'], Tone>> = { draft: 'neutral', approved: 'info', published: 'good', retired: 'neutral' };

export const CERTIFICATE_TONES: Readonly<Record<CertificateDto['state'], Tone>> = {
  draft: 'neutral', issued: 'good', suspended: 'warn', revoked: 'bad', expired: 'warn', superseded: 'neutral',
};

export const isOver = ({ state }: Pick<EnrolmentDto, 'state'>): boolean => !['registered', 'active', 'suspended'].includes(state);

/** In the order in which they are offered; the server refuses any other. */
export const LEAVING_REASONS = [
  'found-work', 'family-needs', 'moved-away', 'cannot-afford', 'course-not-suitable', 'no-contact', 'long-term-medical', 'called-to-service', 'detained',
  'transferred', 'deceased', 'other',
] as const;

/** These take the trainee out of the rates, so somebody has to say how they know. */
export const REASONS_WITH_EVIDENCE: readonly string[] = ['long-term-medical', 'called-to-service', 'detained', 'transferred', 'deceased'];

export const EVIDENCE_KINDS = ['document-seen', 'authority-told-us', 'family-told-us', 'person-told-us'] as const;
