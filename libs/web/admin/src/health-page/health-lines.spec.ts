import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { TranslocoTestingModule } from '@jsverse/transloco';
import type { HealthReportDto } from '@sampan/web-client';
import english from '../../i18n/en.json';
import indonesian from '../../i18n/id.json';
import khmer from '../../i18n/km.json';
import thai from '../../i18n/th.json';
import chinese from '../../i18n/zh.json';
import { HealthLines } from './health-lines';
import { sentenceOf } from './health-words';

type Topic = HealthReportDto['topics'][number];

const well: HealthReportDto = {
  state: 'fine', topics: [], databaseMs: 3, diskFreeBytes: 80_400_000_000, diskFreePercent: 60, waiting: 4, oldestWaitingSeconds: 2, deadLetters: 0, backup: 'recent', lastBackupAt: '2026-11-20T03:00:00Z', canPrint: true,
  clockSeconds: 0, unprotected: false, version: '1.2.3', at: '2026-11-20T09:00:00Z',
};

const LINES: readonly [Topic['topic'], Topic['state'], Partial<HealthReportDto>, string][] = [
  ['database', 'fine', {}, 'It answers in 3 ms.'],
  ['database', 'look', { databaseMs: 300 }, 'It takes 300 ms to answer, which people notice.'],
  ['database', 'act', { databaseMs: 2_500 }, 'Call whoever looks after the server.'],
  ['disk', 'fine', {}, '80 GB are free (60 %).'],
  ['disk', 'look', { diskFreePercent: 14 }, 'Have old files moved away this week.'],
  ['disk', 'act', { diskFreePercent: 4 }, 'make room today'],
  ['work', 'fine', {}, '4 pieces wait, none for long.'],
  ['work', 'fine', { waiting: 0 }, 'Nothing waits.'],
  ['work', 'look', { oldestWaitingSeconds: 600 }, 'the oldest for 10 minutes'],
  ['work', 'act', { oldestWaitingSeconds: 7_200 }, 'Have the server started again.'],
  ['failures', 'fine', {}, 'Everything has been delivered.'],
  ['failures', 'look', { deadLetters: 1 }, 'Open the list, and send them again.'],
  ['failures', 'act', { deadLetters: 21 }, 'something is broken'],
  ['backup', 'fine', {}, 'The last backup was finished on 20 Nov 2026'],
  ['backup', 'look', { backup: 'ageing' }, 'One is due every day'],
  ['backup', 'look', { backup: 'failed-once' }, 'The newest attempt failed. The last good backup was finished on 20 Nov 2026'],
  ['backup', 'act', { backup: 'failing' }, 'Backups fail. The last good one was finished on 20 Nov 2026'],
  ['backup', 'act', { backup: 'old' }, 'would be lost with the disk. Have one made today'],
  ['backup', 'act', { backup: 'incomplete' }, 'is incomplete: some files were missing on the disk'],
  ['backup', 'look', { backup: 'first-running', lastBackupAt: null }, 'The first backup is being made.'],
  ['backup', 'act', { backup: 'first-failed', lastBackupAt: null }, 'No backup has succeeded yet'],
  ['backup', 'act', { backup: 'never', lastBackupAt: null }, 'There has never been a backup'],
  ['pdf', 'fine', {}, 'Documents can be printed.'],
  ['pdf', 'look', { canPrint: false }, 'Chromium is missing. Have it installed.'],
  ['clock', 'fine', {}, 'It is right.'],
  ['clock', 'look', { clockSeconds: 31 }, 'It is 31 seconds away from the database’s. Have it set by the network.'],
  ['clock', 'act', { clockSeconds: 301 }, 'Have it set today.'],
  ['connection', 'fine', {}, 'It is protected, or stays on this machine.'],
  ['connection', 'act', { unprotected: true }, 'Have https set up before you work with real people.'],
  ['version', 'fine', {}, 'This is version 1.2.3.'],
];

describe('the health page', () => {
  const shown = async (report: HealthReportDto): Promise<string> => {
    TestBed.configureTestingModule({
      imports: [TranslocoTestingModule.forRoot({ langs: { en: { admin: english } }, translocoConfig: { availableLangs: ['en'], defaultLang: 'en' } })],
      providers: [provideZonelessChangeDetection(), provideRouter([])],
    });
    const fixture = TestBed.createComponent(HealthLines);
    fixture.componentRef.setInput('report', report);
    await fixture.whenStable();
    return (fixture.nativeElement as HTMLElement).textContent ?? '';
  };

  it.each(LINES)('says of the %s that is %s what to do (%j)', async (topic, state, change, sentence) => {
    const text = await shown({ ...well, ...change, topics: [{ topic, state }] });
    expect(text).toContain(sentence);
    expect(text).not.toContain('{{');
  });

  it.each(Object.entries({ english, khmer, thai, chinese, indonesian }))('has a sentence of its own for every line in %s', (_, texts) => {
    const sentences = LINES.map(([topic, state, change]) => at({ admin: texts }, sentenceOf({ topic, state }, { ...well, ...change })));
    expect(sentences.every((sentence) => typeof sentence === 'string' && sentence.length > 1)).toBe(true);
    expect(new Set(sentences).size).toBe(LINES.length);
  });

  it('leads to what could not be delivered', async () => {
    expect(await shown({ ...well, deadLetters: 2, topics: [{ topic: 'failures', state: 'look' }] })).toContain(english.letters.heading);
  });
});

const at = (texts: object, path: string): unknown => path.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], texts);
