import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './config';

describe('secrets that are handed over as files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sampan-secrets-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const key = Buffer.alloc(32, 3).toString('base64');

  it('are read, without the line end that editors add', () => {
    const config = readConfig({ DATABASE_URL_FILE: file('url', 'postgres://u:p@database:5432/sampan\n'), SAMPAN_ENCRYPTION_KEY_FILE: file('key', `${key}\n`) });
    expect(config.databaseUrl).toBe('postgres://u:p@database:5432/sampan');
    expect(config.directDatabaseUrl).toBe(config.databaseUrl);
    expect(config.encryptionKey).toEqual(Buffer.alloc(32, 3));
  });

  it('give way to what is set itself', () => {
    const config = readConfig({ DATABASE_URL: 'postgres://u:p@here:5432/sampan', DATABASE_URL_FILE: file('other', 'postgres://u:p@there:5432/sampan'), SAMPAN_ENCRYPTION_KEY: key });
    expect(config.databaseUrl).toContain('@here:');
  });

  it('are complained of by name when they cannot be read, without a word of what is in others', () => {
    const start = () => readConfig({ DATABASE_URL: 'postgres://u:p@here:5432/sampan', SAMPAN_ENCRYPTION_KEY_FILE: join(folder, 'nowhere') });
    expect(start).toThrow('SAMPAN_ENCRYPTION_KEY_FILE: names a file that cannot be read (ENOENT).');
  });

  it('are for secrets only: nothing else is read from a file', () => {
    expect(readConfig({ DATABASE_URL: 'postgres://u:p@here:5432/sampan', SAMPAN_ENCRYPTION_KEY: key, PORT_FILE: file('port', '1234') }).port).toBe(3000);
  });
});
