import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import { asciiDigits } from '../names/script.rules';

export const CONTACT_KINDS = ['phone', 'telegram', 'line', 'whatsapp', 'messenger', 'wechat', 'email'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

export const CONTACT_OWNERS = ['self', 'family', 'friend', 'neighbour', 'other'] as const;
export type ContactOwner = (typeof CONTACT_OWNERS)[number];

const BY_NUMBER: readonly ContactKind[] = ['phone', 'whatsapp'];

/**
 * A phone number as E.164, read as people of the country write it; a messenger's handle without its @.
 * Null when it cannot be a number of any country.
 */
export const readContact = (kind: ContactKind, written: string, country: string): string | null => {
  const value = asciiDigits(written).trim();
  if (!BY_NUMBER.includes(kind)) {
    return value.replace(/^@/u, '') || null;
  }
  const number = parsePhoneNumberFromString(value, country as CountryCode);
  return number?.isPossible() ? number.number : null;
};

/** Only a contact that was asked about, and is safe, may be used by a machine or without a second thought. */
export const mayBeUsed = (contact: { readonly safeToCall: boolean | null }): boolean => contact.safeToCall === true;
