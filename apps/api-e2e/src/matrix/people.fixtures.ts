import { Cipher } from '@sampan/kernel';
import { newCaseloadEntry, newConsent, newContact, newDuplicatePair, newImport, newPerson } from '@sampan/people/testing';
import { testConfig } from '@sampan/testing';
import type { Fixture } from './world';

/** Somebody in the worker's caseload with what belongs to them, a pair for the steward, and a register with a row to decide. */
export const peopleFixture: Fixture = async ({ manager, centreId, workerId }) => {
  const person = await newPerson(manager, { centreId, nationality: 'TH' });
  const entry = await newCaseloadEntry(manager, person, workerId);
  const contact = await newContact(manager, person);
  const consent = await newConsent(manager, { personId: person.id, centreId, purpose: 'follow-up-contact' });
  await newConsent(manager, { personId: person.id, centreId, purpose: 'training' });
  await newConsent(manager, { personId: person.id, centreId, purpose: 'placement-referral' });
  await newConsent(manager, { personId: person.id, centreId, purpose: 'risk-screening' });
  const pair = await newDuplicatePair(manager, await newPerson(manager, { centreId }), await newPerson(manager, { centreId }));
  const { importId, rowId } = await newImport(manager, { centreId, cellsSealed: sealed() });
  return {
    scoped: { personId: person.id, entryId: entry.id, contactId: contact.id, consentId: consent.id },
    centre: { pairId: pair.id, importId, rowId },
  };
};

const sealed = (): string => new Cipher(testConfig(process.env['SAMPAN_HTTP_DATABASE'] ?? '')).encrypt(JSON.stringify(['Sok Dara']));
