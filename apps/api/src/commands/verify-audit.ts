import { NestFactory } from '@nestjs/core';
import { configOfProcess } from '@sampan/kernel';
import { AuditVerification, type Anchor, type Finding, type FindingKind } from '@sampan/platform';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module';

const WORDS: Record<FindingKind, (finding: Finding) => string> = {
  'entry-changed': ({ entryId, seal }) => `CHANGED   entry ${entryId} of batch ${seal} is not what was sealed.`,
  'entry-removed': ({ entryId, seal }) => `REMOVED   entry ${entryId} of batch ${seal} is gone.`,
  'entry-inserted': ({ entryId, seal }) => `INSERTED  entry ${entryId}${seal === null ? '' : `, sealed with batch ${seal},`} was not there when everything of its time was sealed.`,
  'batch-altered': ({ seal }) => `ALTERED   the list of entries of batch ${seal} is not what was sealed.`,
  'batch-removed-early': ({ seal }) => `REMOVED   batch ${seal} is gone before its time was over.`,
  'seal-altered': ({ seal }) => `ALTERED   seal ${seal} is not what it was.`,
  'seal-missing': ({ seal }) => `REMOVED   seal ${seal} is gone.`,
  'chain-broken': ({ seal }) => `ALTERED   seal ${seal} does not continue the one before it.`,
  'other-chain': ({ seal }) => `ALTERED   seal ${seal} is not the one that was written down outside; the chain has been made anew.`,
};

/** `verify-audit [<number>:<hash>]`. Exit code 1 when anything is found. */
export const verifyAudit = async ([anchor]: readonly string[]): Promise<void> => {
  const kept = anchor === undefined ? null : readAnchor(anchor);
  const app = await NestFactory.createApplicationContext(AppModule.with({ ...configOfProcess(), logLevel: 'silent' }), { logger: false });
  await app.get(DataSource).initialize();
  try {
    const { newest, findings, ...sum } = await app.get(AuditVerification).verify((finding) => console.log(WORDS[finding.kind](finding)), kept);
    console.log(`${sum.entries} entries in ${sum.seals} batches were read; ${sum.removedBatches} batches are past their time and gone; ${sum.waiting} entries wait for the next sealing.`);
    if (newest) {
      console.log(`Newest seal, to be kept outside the product: ${newest.number}:${newest.hash}`);
    }
    if (findings > 0) {
      throw new Error(`The audit does not agree with its seals: ${findings} findings.`);
    }
    console.log('The audit agrees with its seals.');
  } finally {
    await app.close();
  }
};

const readAnchor = (text: string): Anchor => {
  const [, number, hash] = /^(\d{1,9}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!number || !hash) {
    throw new Error('Give the seal as it was printed: <number>:<hash>.');
  }
  return { number: Number(number), hash };
};
