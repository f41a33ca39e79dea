import { asciiDigits } from '../names/script.rules';

/** Keeps the hashes of document numbers apart from all others. */
export const DOCUMENT_HASH = 'identity-document';

export const DOCUMENT_TYPES = ['national-id', 'passport', 'border-pass', 'work-permit', 'birth-certificate', 'family-book', 'other'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export const DOCUMENT_STATUSES = ['held', 'lost', 'confiscated', 'withheld-by-other', 'validity-in-doubt'] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];

/** One spelling of a number, so that "N 123-456" and "n123456" are one document. Empty when nothing is left. */
export const plainNumber = (written: string): string =>
  asciiDigits(written.normalize('NFKC'))
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
