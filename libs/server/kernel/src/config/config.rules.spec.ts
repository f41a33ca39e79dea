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
});
