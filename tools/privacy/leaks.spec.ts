import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

interface Trace {
  readonly kind: string;
  readonly text: string;
}

/** The search is a module of Node's own kind, as the tools are. */
const leaksIn = (traces: readonly Trace[], text: string): string[] => {
  const call = `import { leaksIn } from ${JSON.stringify(join(__dirname, 'leaks.mjs'))}; console.log(JSON.stringify(leaksIn(${JSON.stringify(traces)}, [{ place: 'log', text: ${JSON.stringify(text)} }])))`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', call], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } })) as string[];
};
const name = (text: string): Trace => ({ kind: 'name', text });
const phone: Trace = { kind: 'phone number', text: '+85531000777' };

describe('the search for people in what was said', () => {
  it.each([
    ['a name as it is', name('Sok Sreymom'), 'GET /people?name=Sok Sreymom'],
    ['a name as an address writes it', name('ស្រីមុំ'), `/people/${encodeURIComponent('ស្រីមុំ')}`],
    ['a name with plus signs', name('Sok Sreymom'), '/people?name=sok+sreymom'],
    ['a name behind a longer word that begins alike', name('Sokha'), 'sokhan, sokha'],
    ['a phone as it is kept', phone, '"+85531000777"'],
    ['a phone as it is written at home', phone, 'call 031 000 777 today'],
    ['a phone with the prefix of abroad', phone, '0085531000777'],
    ['an address without a space behind it', { kind: 'e-mail address', text: 'dara@example.org' }, 'dara@example.orgexists'],
  ])('finds %s', (_, trace, text) => {
    expect(leaksIn([trace], text)).not.toEqual([]);
  });

  it('finds nobody in ids, moments and longer words', () => {
    expect(leaksIn([name('Sokha'), phone, { kind: 'phone number', text: '+66901234567' }], '{"id":"01a20aee-fc36-7427-bdc7-031000777f46","at":"2026-11-24T00:22:41.984Z","word":"sokhan","time":1795476893829}')).toEqual([]);
  });
});
