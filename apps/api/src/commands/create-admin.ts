import { createInterface } from 'node:readline/promises';
import { Administration } from '@sampan/access';
import { configOfProcess, migrate, Queue } from '@sampan/kernel';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module';
import { parts } from '../rooms';

export const createAdmin = async ([email, ...name]: readonly string[]): Promise<void> => {
  if (!email?.includes('@')) {
    throw new Error('Give an e-mail address: create-admin <e-mail> <name>');
  }
  const config = configOfProcess();
  const password = config.administratorPassword ?? (await ask('Password (at least 12 characters): '));
  await migrate(config, parts);
  const app = await NestFactory.createApplicationContext(AppModule.with({ ...config, logLevel: 'silent' }), { logger: false });
  await app.get(DataSource).initialize();
  await app.get(Queue).start();
  try {
    await app.get(Administration).createAdministrator(email, name.join(' ') || email, password);
    console.log(`Created the administrator ${email}.`);
  } finally {
    await app.close();
  }
};

const ask = async (question: string): Promise<string> => {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question(question)).trim();
  } finally {
    terminal.close();
  }
};
