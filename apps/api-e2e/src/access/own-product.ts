import { createServer, type AddressInfo } from 'node:net';
import type { INestApplicationContext } from '@nestjs/common';
import { createApp } from '@sampan/app';
import { PostOffice, Queue } from '@sampan/kernel';
import { createTestDatabase, testConfig } from '@sampan/testing';
import { DataSource } from 'typeorm';

/** A product of one test's own, for settings that the shared one has not. */
export interface OwnProduct {
  readonly app: INestApplicationContext;
  readonly url: string;
  readonly database: DataSource;
  close(): Promise<void>;
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

export const startOwnProduct = async (port: number, environment: Record<string, string>): Promise<OwnProduct> => {
  const house = await createTestDatabase();
  const url = `http://localhost:${port}`;
  const app = await createApp(testConfig(house.config.databaseUrl, { PUBLIC_URL: url, ...environment }));
  const database = await app.get(DataSource).initialize();
  await app.get(Queue).start();
  await app.get(PostOffice).prepare();
  await app.listen(port, '127.0.0.1');
  return {
    app,
    url,
    database,
    close: async () => {
      await app.close();
      await house.drop();
    },
  };
};
