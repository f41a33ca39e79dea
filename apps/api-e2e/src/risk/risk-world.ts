import type { RoleCode } from '@sampan/access';
import { addDays, SystemClock, todayIn } from '@sampan/kernel';
import { newCentre } from '@sampan/organisations/testing';
import { newCaseloadEntry, newConsent, newPerson, type Person } from '@sampan/people/testing';
import type { DataSource } from 'typeorm';
import { newAccount, signedInAs, signIn } from '../support/accounts';
import type { Client } from '../support/client';

/** A centre with a social worker who has somebody in her caseload, a supervisor, and colleagues who must not know. */
export interface RiskWorld {
  readonly centreId: string;
  readonly worker: Client;
  readonly supervisor: Client;
  readonly as: (role: RoleCode) => Promise<Client>;
  /** In the worker's caseload; has agreed to risk screening unless told otherwise. */
  readonly somebody: (consents?: boolean) => Promise<Person>;
}

export const riskWorld = async (database: DataSource): Promise<RiskWorld> => {
  const centreId = (await newCentre(database.manager)).id;
  const account = await newAccount(database, 'social-worker', { reach: 'caseload', centreId });
  return {
    centreId,
    worker: await signIn(account.email),
    supervisor: await signedInAs(database, 'supervisor', { centreId }),
    as: (role) => signedInAs(database, role, { centreId }),
    somebody: async (consents = true) => {
      const person = await newPerson(database.manager, { centreId });
      await newCaseloadEntry(database.manager, person, account.id);
      if (consents) {
        await newConsent(database.manager, { personId: person.id, centreId, purpose: 'risk-screening' });
      }
      return person;
    },
  };
};

/** The api under test has the real clock, and ratings of long ago no longer count. */
export const TODAY = todayIn(new SystemClock(), 'Asia/Bangkok');

export const filled = (over: object = {}): object => ({
  instrumentId: 'online-scam-exposure-1',
  screenedOn: TODAY,
  answers: [
    { item: 'offer-in-hand', rating: 'present', evidence: 'Showed the message' },
    { item: 'no-interview', rating: 'present' },
    { item: 'debt-to-recruiter', rating: 'partial', on: addDays(TODAY, -9) },
  ],
  ...over,
});
