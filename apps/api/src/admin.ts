import 'reflect-metadata';
import { backup, checkBackup, restore } from './commands/backup';
import { contract } from './commands/contract';
import { createAdmin } from './commands/create-admin';
import { migrateDatabase } from './commands/migrate-database';
import { resetSecondFactor } from './commands/reset-second-factor';
import { rotate } from './commands/rotate-keys';
import { schemaDifference } from './commands/schema-difference';
import { verifyAudit } from './commands/verify-audit';

/** What the operator does from the command line: `npm run admin -- <command>`. */
const COMMANDS: Record<string, { readonly help: string; readonly run: (args: readonly string[]) => Promise<void> }> = {
  'create-admin': { help: 'create-admin <e-mail> <name>: reads the password from SAMPAN_ADMIN_PASSWORD or from standard input', run: createAdmin },
  'reset-second-factor': { help: 'reset-second-factor <e-mail>: for somebody who lost telephone and recovery codes; signs the account out everywhere', run: resetSecondFactor },
  migrate: { help: 'migrate: brings the database to the shape of this version', run: migrateDatabase },
  'verify-audit': { help: 'verify-audit [<number>:<hash>]: compares the audit with its seals, and these with the one that was kept outside; exit code 1 when one entry was changed, removed or inserted', run: verifyAudit },
  backup: { help: 'backup <file or folder> [--keep <n>]: database and files in one sealed archive, while the product runs; in a folder the n newest are kept. Needs SAMPAN_BACKUP_KEY or SAMPAN_BACKUP_PASSPHRASE', run: backup },
  'check-backup': { help: 'check-backup <file>: reads the whole archive and says what is in it; changes nothing', run: checkBackup },
  restore: { help: 'restore <file> [--replace]: into an empty database; with --replace the present one is put aside. Stop the product first', run: restore },
  'rotate-keys': { help: 'rotate-keys: seals everything with SAMPAN_ENCRYPTION_KEY that is sealed with one of SAMPAN_PREVIOUS_ENCRYPTION_KEYS; may be killed and run again', run: rotate },
  contract: { help: 'contract <file>: writes the OpenAPI contract', run: contract },
  'schema-difference': { help: 'schema-difference [room]: prints the SQL between the database and the entities; nothing when they agree', run: schemaDifference },
};

const main = async (): Promise<void> => {
  const [name = '', ...args] = process.argv.slice(2);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    console.error(`Usage: npm run admin -- <command>\n${Object.values(COMMANDS).map(({ help }) => `  ${help}`).join('\n')}`);
    process.exit(64);
  }
  await command.run(args);
  process.exit(0);
};

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
