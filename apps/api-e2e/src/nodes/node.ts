import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApp } from '@sampan/app';
import { newUser } from '@sampan/access/testing';
import type { RoleCode } from '@sampan/access';
import { migrate, openDatabase, PostOffice, Queue } from '@sampan/kernel';
import { ReferenceData } from '@sampan/organisations';
import { newCentre } from '@sampan/organisations/testing';
import { parts } from '@sampan/rooms';
import { testConfig } from '@sampan/testing';
import { DataSource } from 'typeorm';
import { PASSWORD, cheaplyHashed } from '../support/accounts';
import { Client } from '../support/client';

/** One operator's product in a schema of its own, serving and delivering. */
export interface Node {
  readonly schema: string;
  readonly database: DataSource;
  readonly centreId: string;
  /** An account of this node; the password is the tests' own. */
  account(role: RoleCode): Promise<string>;
  /** A caller of this node who is nobody yet. */
  caller(): Client;
  signIn(email: string): Promise<{ status: number; client: Client }>;
  close(): Promise<void>;
}

/** @param environment more variables, as an operator sets them */
export const startNode = async (databaseUrl: string, schema: string, environment: Record<string, string> = {}): Promise<Node> => {
  const config = testConfig(databaseUrl, { SAMPAN_SCHEMA: schema, ...environment });
  await migrate(config, parts);
  const app: NestExpressApplication = await createApp(config);
  const database = await openDatabase(app.get(DataSource), config);
  await app.get(ReferenceData).load();
  await app.get(Queue).start();
  await app.get(PostOffice).prepare();
  await app.get(PostOffice).open();
  const server = (await app.listen(0, '127.0.0.1')) as { address(): AddressInfo };
  const address = `http://127.0.0.1:${server.address().port}`;
  const centre = await newCentre(database.manager, { country: 'KH', timeZone: 'Asia/Phnom_Penh' });
  return {
    schema,
    database,
    centreId: centre.id,
    account: async (role) => (await newUser(database.manager, { roles: [role], centreId: centre.id, passwordHash: await cheaplyHashed })).email,
    caller: () => new Client(address),
    signIn: async (email) => {
      const client = new Client(address);
      const { status } = await client.post('auth/sign-in', { email, password: PASSWORD });
      return { status, client };
    },
    close: () => app.close(),
  };
};
