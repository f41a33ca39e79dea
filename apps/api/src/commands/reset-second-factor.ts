import { SecondFactors } from '@sampan/access';
import { configOfProcess, Queue } from '@sampan/kernel';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module';

/** For the last administrator, who lost telephone and recovery codes. */
export const resetSecondFactor = async ([email]: readonly string[]): Promise<void> => {
  if (!email?.includes('@')) {
    throw new Error('Give the e-mail address of the account: reset-second-factor <e-mail>');
  }
  const app = await NestFactory.createApplicationContext(AppModule.with({ ...configOfProcess(), logLevel: 'silent' }), { logger: false });
  await app.get(DataSource).initialize();
  await app.get(Queue).start();
  try {
    await app.get(SecondFactors).resetByOperator(email);
    console.log(`${email} signs in with the password alone now, and is signed out everywhere.`);
  } finally {
    await app.close();
  }
};
