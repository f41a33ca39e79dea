import { isAbsolute, join, resolve } from 'node:path';
import { withSecretFiles } from './secret-files';
import { identityProviderOf, type IdentityProvider } from './identity-provider';
import { patienceOf, type Patience } from './patience';

/** What the product needs to know from outside. Read once, at the start, and never again. */
export abstract class Config {
  abstract readonly databaseUrl: string;
  /** Past the pooler, where one stands in between: for migrations, and for the queue, which listens on its connection. */
  abstract readonly directDatabaseUrl: string;
  /** Copies of the database that lag by moments: lists and dashboards are read there. */
  abstract readonly replicaUrls: readonly string[];
  abstract readonly patience: Patience;
  /** PostgreSQL schema of this node; several nodes may share one database. */
  abstract readonly schema: string;
  abstract readonly host: string;
  abstract readonly port: number;
  /** The address people type: links, QR codes and secure cookies depend on it. */
  abstract readonly publicUrl: string;
  abstract readonly dataDir: string;
  /** 32 bytes; identity-document numbers and level-3 narrative are unreadable without it. */
  abstract readonly encryptionKey: Buffer;
  /** Keys that only read, until `rotate-keys` has rewritten what they sealed. */
  abstract readonly previousEncryptionKeys: readonly Buffer[];
  /** Opens backups: 32 bytes, or a passphrase. Only the backup commands ask for one. */
  abstract readonly backupKey: Buffer | null;
  abstract readonly backupPassphrase: string | null;
  abstract readonly demo: boolean;
  /** Whether roles that see much must sign in with two steps. */
  abstract readonly secondFactorRequired: boolean;
  /** Sign-in by OpenID Connect; null: not offered. */
  abstract readonly identityProvider: IdentityProvider | null;
  /** How many hours somebody may see a person outside their reach after a break-glass. */
  abstract readonly breakGlassHours: number;
  /** Whether this process also delivers events and runs jobs. */
  abstract readonly worksInside: boolean;
  abstract readonly chromiumPath: string | null;
  /** How many proxies in front may be trusted to name the caller's address. */
  abstract readonly trustedProxies: number;
  /** Whether one account or address may ask for only so much. Off where a measurement or a test is the only caller. */
  abstract readonly rateLimits: boolean;
  abstract readonly logLevel: LogLevel;
  /** Whoever sends it as a bearer token may read /metrics, from anywhere; where none is set, only this machine may. */
  abstract readonly metricsToken: string | null;
  /** Where a worker shows its metrics, which has no other door; null: nowhere. */
  abstract readonly workerMetricsPort: number | null;
  /** The OTLP/HTTP address that traces are sent to; null: there are none. */
  abstract readonly tracesUrl: string | null;
  /** The built web, or null when something else serves it. */
  abstract readonly webDir: string | null;
  /** The password of all demo accounts. */
  abstract readonly demoPassword: string | null;
  /** Only for `create-admin` where nobody can type. */
  abstract readonly administratorPassword: string | null;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface ConfigProblem {
  readonly variable: string;
  readonly message: string;
}

export class ConfigError extends Error {
  constructor(readonly problems: readonly ConfigProblem[]) {
    super(problems.map(({ variable, message }) => `${variable}: ${message}`).join('\n'));
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads and checks every variable, so that one start tells all that is wrong. Throws {@link ConfigError}. */
export const readConfig = (given: Environment): Config => {
  const { valueOf, problems } = withSecretFiles(given);
  const read = <T>(variable: string, parse: (text: string | undefined) => T): T => {
    try {
      return parse(valueOf(variable)?.trim() || undefined);
    } catch (error) {
      problems.push({ variable, message: (error as Error).message });
      return undefined as T;
    }
  };

  const host = read('HOST', (text) => text ?? '127.0.0.1');
  const port = read('PORT', portOf);
  const demo = read('SAMPAN_DEMO', (text) => booleanOf(text, false));
  const config: Config = {
    databaseUrl: read('DATABASE_URL', databaseUrlOf),
    directDatabaseUrl: read('SAMPAN_DIRECT_DATABASE_URL', (text) => (text ? databaseUrlOf(text) : (valueOf('DATABASE_URL')?.trim() ?? ''))),
    replicaUrls: read('SAMPAN_REPLICA_URLS', (text) => (text ?? '').split(/[\s,]+/).filter(Boolean).map(databaseUrlOf)),
    patience: patienceOf(read, wholeNumberOf),
    schema: read('SAMPAN_SCHEMA', schemaOf),
    host,
    port,
    publicUrl: read('PUBLIC_URL', (text) => publicUrlOf(text ?? `http://localhost:${port ?? 3000}`)),
    dataDir: read('SAMPAN_DATA_DIR', (text) => folderOf(text ?? '.sampan')),
    encryptionKey: read('SAMPAN_ENCRYPTION_KEY', encryptionKeyOf),
    previousEncryptionKeys: read('SAMPAN_PREVIOUS_ENCRYPTION_KEYS', (text) => text?.split(/[\s,]+/).map(keyOf) ?? []),
    backupKey: read('SAMPAN_BACKUP_KEY', (text) => (text ? keyOf(text) : null)),
    backupPassphrase: read('SAMPAN_BACKUP_PASSPHRASE', passphraseOf),
    demo,
    secondFactorRequired: read('SAMPAN_SECOND_FACTOR', (text) => oneOf(text ?? (demo ? 'optional' : 'by-role'), ['by-role', 'optional'] as const) === 'by-role'),
    identityProvider: identityProviderOf(read),
    breakGlassHours: read('SAMPAN_BREAK_GLASS_HOURS', (text) => wholeNumberOf(text ?? '4', 1, 72)),
    worksInside: read('SAMPAN_WORKER', workerOf),
    chromiumPath: read('CHROMIUM_PATH', (text) => text ?? null),
    trustedProxies: read('SAMPAN_TRUSTED_PROXIES', (text) => wholeNumberOf(text ?? '0', 0, 10)),
    rateLimits: read('SAMPAN_RATE_LIMITS', (text) => oneOf(text ?? 'on', ['on', 'off'] as const) === 'on'),
    logLevel: read('LOG_LEVEL', (text) => oneOf(text ?? 'info', LOG_LEVELS)),
    metricsToken: read('SAMPAN_METRICS_TOKEN', metricsTokenOf),
    workerMetricsPort: read('SAMPAN_WORKER_METRICS_PORT', (text) => (text ? wholeNumberOf(text, 1, 65_535) : null)),
    tracesUrl: read('SAMPAN_TRACES_URL', (text) => (text ? webAddressOf(text, 'http://collector:4318/v1/traces') : null)),
    webDir: read('SAMPAN_WEB_DIR', (text) => (text ? folderOf(text) : null)),
    demoPassword: read('SAMPAN_DEMO_PASSWORD', (text) => text ?? null),
    administratorPassword: read('SAMPAN_ADMIN_PASSWORD', (text) => text ?? null),
  };
  if (problems.length > 0) {
    throw new ConfigError(problems);
  }
  return config;
};

/** The one place that looks at the process' environment. */
export const configOfProcess = (): Config => readConfig(process.env);

const portOf = (text: string | undefined): number => wholeNumberOf(text ?? '3000', 0, 65_535);

const databaseUrlOf = (text: string | undefined): string => {
  if (!text) {
    throw new Error('is missing; give the address of a PostgreSQL, such as postgres://user:password@host:5432/name.');
  }
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) {
    throw new Error('must look like postgres://user:password@host:5432/name.');
  }
  return text;
};

const schemaOf = (text: string | undefined): string => {
  const schema = text ?? 'sampan';
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(schema)) {
    throw new Error('must be a short lower-case name such as sampan or node_kh.');
  }
  return schema;
};

const publicUrlOf = (text: string): string => webAddressOf(text, 'https://sampan.example');

const webAddressOf = (text: string, example: string): string => {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) {
    throw new Error(`must be a web address such as ${example}.`);
  }
  return text.replace(/\/+$/, '');
};

const folderOf = (text: string): string => (isAbsolute(text) ? text : resolve(join('.', text)));

const encryptionKeyOf = (text: string | undefined): Buffer => {
  if (!text) {
    throw new Error('is missing; make one with: openssl rand -base64 32');
  }
  return keyOf(text);
};

const keyOf = (text: string): Buffer => {
  const key = Buffer.from(text, 'base64');
  if (key.length !== 32) {
    throw new Error('must be 32 bytes in base64; make one with: openssl rand -base64 32');
  }
  return key;
};

/** Whoever holds an archive may try as long as they like. */
const passphraseOf = (text: string | undefined): string | null => {
  if (text && text.length < 16) {
    throw new Error('must have at least 16 characters.');
  }
  return text ?? null;
};

const metricsTokenOf = (text: string | undefined): string | null => {
  if (text && text.length < 16) {
    throw new Error('must have at least 16 characters; make one with: openssl rand -hex 24');
  }
  return text ?? null;
};

const workerOf = (text: string | undefined): boolean => oneOf(text ?? 'inside', ['inside', 'outside'] as const) === 'inside';

const booleanOf = (text: string | undefined, otherwise: boolean): boolean =>
  text === undefined ? otherwise : oneOf(text, ['true', 'false'] as const) === 'true';

const wholeNumberOf = (text: string, least: number, most: number): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new Error(`must be a whole number from ${least} to ${most}.`);
  }
  return value;
};

const oneOf = <T extends string>(text: string, allowed: readonly T[]): T => {
  if (!allowed.includes(text as T)) {
    throw new Error(`must be one of ${allowed.join(', ')}.`);
  }
  return text as T;
};
