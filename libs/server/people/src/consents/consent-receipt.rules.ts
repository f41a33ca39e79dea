import type { ConsentAnswer, ConsentMethod, ConsentPurpose, LegalBasis } from './consent.rules';

/** One answer, as far as a receipt tells it. */
export interface AnsweredConsent {
  readonly id: string;
  readonly personId: string;
  readonly purpose: ConsentPurpose;
  readonly answer: ConsentAnswer;
  readonly basis: LegalBasis;
  readonly noticeVersion: string;
  readonly noticeLanguage: string;
  readonly method: ConsentMethod;
  readonly recipient: string | null;
  readonly validUntil: string | null;
  readonly recordedAt: Date;
}

/** A consent record with the field names of ISO/IEC TS 27560:2023, for the person to keep and for other systems to read. */
export interface ConsentReceipt {
  readonly schema_version: string;
  readonly record_id: string;
  readonly pii_principal_id: string;
  readonly pii_processing: {
    readonly privacy_notice: string;
    readonly language: string;
    readonly purposes: readonly {
      readonly purpose: string;
      readonly lawful_basis: string;
      readonly pii_controllers: readonly string[];
      readonly recipient_third_parties: readonly string[];
      readonly withdrawal_method: string;
    }[];
  };
  readonly party_identification: readonly { readonly party_id: string; readonly party_role: string }[];
  readonly event: readonly {
    readonly event_time: string;
    readonly event_type: string;
    readonly event_state: string;
    readonly entity_id: string;
    readonly validity_duration: string | null;
  }[];
}

const EVENT_STATES = { given: 'consent given', refused: 'consent refused', withdrawn: 'consent withdrawn' } as const;

export const consentReceipt = (consent: AnsweredConsent, controllerId: string): ConsentReceipt => ({
  schema_version: 'ISO/IEC TS 27560:2023',
  record_id: consent.id,
  pii_principal_id: consent.personId,
  pii_processing: {
    privacy_notice: consent.noticeVersion,
    language: consent.noticeLanguage,
    purposes: [
      {
        purpose: consent.purpose,
        lawful_basis: consent.basis,
        pii_controllers: [controllerId],
        recipient_third_parties: consent.recipient ? [consent.recipient] : [],
        withdrawal_method: 'Tell any worker of the centre, at any time.',
      },
    ],
  },
  party_identification: [
    { party_id: controllerId, party_role: 'pii_controller' },
    { party_id: consent.personId, party_role: 'pii_principal' },
  ],
  event: [
    {
      event_time: consent.recordedAt.toISOString(),
      event_type: consent.method,
      event_state: EVENT_STATES[consent.answer],
      entity_id: consent.personId,
      validity_duration: consent.validUntil,
    },
  ],
});
