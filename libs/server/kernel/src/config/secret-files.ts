import { readFileSync } from 'node:fs';
import type { ConfigProblem } from './config';

/** What may be handed over as a file, where an orchestrator keeps secrets: `NAME_FILE` holds the path. */
const SECRETS = [
  'DATABASE_URL', 'SAMPAN_DIRECT_DATABASE_URL', 'SAMPAN_REPLICA_URLS', 'SAMPAN_ENCRYPTION_KEY', 'SAMPAN_PREVIOUS_ENCRYPTION_KEYS', 'SAMPAN_BACKUP_KEY',
  'SAMPAN_BACKUP_PASSPHRASE', 'SAMPAN_METRICS_TOKEN', 'SAMPAN_OIDC_CLIENT_SECRET', 'SAMPAN_ADMIN_PASSWORD', 'SAMPAN_DEMO_PASSWORD',
] as const;

type Environment = Readonly<Record<string, string | undefined>>;
type ValueOf = (variable: string) => string | undefined;

/** The environment and the contents of the files that it names; what is set itself comes first. */
export const withSecretFiles = (env: Environment): { valueOf: ValueOf; problems: ConfigProblem[] } => {
  const read: Record<string, string> = {};
  const problems: ConfigProblem[] = [];
  for (const name of SECRETS) {
    const file = env[`${name}_FILE`]?.trim();
    if (file && !env[name]) {
      try {
        read[name] = readFileSync(file, 'utf8').trim();
      } catch (error) {
        problems.push({ variable: `${name}_FILE`, message: `names a file that cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).` });
      }
    }
  }
  return { valueOf: (variable) => env[variable] || read[variable], problems };
};
