import { newUser } from '@sampan/access/testing';
import type { RoleCode } from '@sampan/access';
import { createDataSource } from '@sampan/kernel';
import { parts } from '@sampan/rooms';
import { testConfig } from '@sampan/testing';
import { argon2id, hash } from 'argon2';
import type { DataSource } from 'typeorm';
import { Client } from './client';

/** The database behind the api under test, for rows that a test needs before it calls. Destroy it in `afterAll`. */
export const apiDatabase = (): Promise<DataSource> =>
  createDataSource(testConfig(process.env['SAMPAN_HTTP_DATABASE'] ?? ''), parts).initialize();

export const PASSWORD = 'a sentence that only tests know';
/** As cheap as argon2 allows: what is tested is not its strength. */
export const cheaplyHashed = hash(PASSWORD, { type: argon2id, memoryCost: 1024, timeCost: 2, parallelism: 1 });

type Account = NonNullable<Parameters<typeof newUser>[1]>;

/** A new account with the known password. */
export const newAccount = async (
  database: DataSource,
  role: RoleCode,
  over: Account = {},
): Promise<Awaited<ReturnType<typeof newUser>>> =>
  newUser(database.manager, { passwordHash: await cheaplyHashed, roles: [role], ...over });

/** Signs in and fails loudly when that does not work. */
export const signIn = async (email: string, password = PASSWORD): Promise<Client> => {
  const client = new Client();
  const { status, body } = await client.post('auth/sign-in', { email, password });
  if (status !== 200) {
    throw new Error(`${email} could not sign in: ${status} ${JSON.stringify(body)}`);
  }
  return client;
};

/** Somebody new in this role, signed in. */
export const signedInAs = async (database: DataSource, role: RoleCode, over: Account = {}): Promise<Client> =>
  signIn((await newAccount(database, role, over)).email);
