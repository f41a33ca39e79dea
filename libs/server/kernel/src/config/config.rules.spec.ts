import { readFileSync } from 'node:fs';
import { ConfigError, readConfig } from './config';

const good = { DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/sampan', SAMPAN_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64') };

describe('the configuration', () => {
  it('has a safe value for everything that may be left out', () => {
    expect(readConfig(good)).toMatchObject({ host: '127.0.0.1', port: 3000, publicUrl: 'http://localhost:3000', schema: 'sampan', demo: false, worksInside: true });
  });

  it('says everything that is wrong at once', () => {
    const start = () => readConfig({ PORT: 'eighty', SAMPAN_DEMO: 'perhaps', SAMPAN_SCHEMA: 'public; drop' });
    expect(start).toThrow(ConfigError);
    try {
      start();
    } catch (error) {
      expect((error as ConfigError).problems.map(({ variable }) => variable).sort()).toEqual(['DATABASE_URL', 'PORT', 'SAMPAN_DEMO', 'SAMPAN_ENCRYPTION_KEY', 'SAMPAN_SCHEMA']);
    }
  });

  it.each([
    ['SAMPAN_ENCRYPTION_KEY', 'short'],
    ['DATABASE_URL', 'mysql://x'],
    ['PUBLIC_URL', 'sampan.example'],
    ['PORT', '70000'],
  ])('refuses %s=%s', (variable, value) => {
    expect(() => readConfig({ ...good, [variable]: value })).toThrow(variable);
  });

  it('asks for a second step outside the demo, unless told otherwise', () => {
    expect(readConfig(good).secondFactorRequired).toBe(true);
    expect(readConfig({ ...good, SAMPAN_DEMO: 'true' }).secondFactorRequired).toBe(false);
    expect(readConfig({ ...good, SAMPAN_DEMO: 'true', SAMPAN_SECOND_FACTOR: 'by-role' }).secondFactorRequired).toBe(true);
    expect(readConfig({ ...good, SAMPAN_SECOND_FACTOR: 'optional' }).secondFactorRequired).toBe(false);
  });

  it('takes an identity provider whole, or not at all', () => {
    const provider = { SAMPAN_OIDC_ISSUER: 'https://sign-in.example', SAMPAN_OIDC_CLIENT_ID: 'sampan', SAMPAN_OIDC_CLIENT_SECRET: 'x', SAMPAN_OIDC_LABEL: 'Staff' };
    expect(readConfig(good).identityProvider).toBeNull();
    expect(readConfig({ ...good, ...provider, SAMPAN_OIDC_SECOND_STEP: 'mfa otp' }).identityProvider).toMatchObject({ clientId: 'sampan', secondStep: ['mfa', 'otp'] });
    expect(() => readConfig({ ...good, ...provider, SAMPAN_OIDC_CLIENT_SECRET: '' })).toThrow('SAMPAN_OIDC_CLIENT_SECRET');
  });

  it.each(['http://10.0.0.1/realm', 'file:///etc/passwd', 'nonsense'])('asks no identity provider at %s', (issuer) => {
    expect(() => readConfig({ ...good, SAMPAN_OIDC_ISSUER: issuer })).toThrow('SAMPAN_OIDC_ISSUER');
  });

  it('is described in the runbook: every variable that is read, which of them may be files, and no other', () => {
    const asked = new Set<string>();
    readConfig(new Proxy<Record<string, string | undefined>>(good, { get: (variables, name) => (asked.add(String(name)), variables[String(name)]) }));
    const [, table = ''] = readFileSync('docs/operations.md', 'utf8').split('\n## Configuration\n');
    const rows = [...(table.split('\n## ')[0] ?? '').matchAll(/^\| `([A-Z_]+)`( \(`_FILE`\))? \|/gm)];
    expect(rows.flatMap(([, name = '', file]) => (file ? [name, `${name}_FILE`] : [name])).sort()).toEqual([...asked].sort());
  });
});
