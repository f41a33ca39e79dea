import { StoppedClock, type Config } from '@sampan/kernel';
import { Caller } from './caller';
import { withRunningProduct } from './running-product';

interface Release {
  readonly id: string;
  readonly state: string;
}

const LONGEST_SECONDS = 900;

/** Some quarters that are over, the last one last: built by the analyst, approved and published by somebody else. */
export const publishFigures = (config: Config, password: string, now: Date, quarters: number): Promise<void> =>
  withRunningProduct(config, new StoppedClock(now.toISOString()), async (url) => {
    console.log('Publishing figures…');
    const [analyst, approver] = await Promise.all(['analyst', 'approver'].map((name) => Caller.signIn(url, `${name}@demo.sampan.example`, password)));
    for (let quartersAgo = quarters; quartersAgo > 0; quartersAgo -= 1) {
      const { id } = await analyst!.post<Release>('releases', { countryCode: 'KH', quarter: quarterBefore(now, quartersAgo) });
      await whenChecked(analyst!, id);
      await approver!.post(`releases/${id}/approve`, {});
      await approver!.post(`releases/${id}/publish`, {});
    }
  });

/** `2026-Q3`, so many quarters before the one that a moment is in. */
const quarterBefore = (moment: Date, quarters: number): string => {
  const index = moment.getUTCFullYear() * 4 + Math.floor(moment.getUTCMonth() / 3) - quarters;
  return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
};

const whenChecked = async (analyst: Caller, id: string): Promise<void> => {
  for (let tries = 0; tries < LONGEST_SECONDS * 5; tries += 1) {
    const { state } = await analyst.get<Release>(`releases/${id}`);
    if (state === 'disclosure-checked') {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The release was not built in time.');
};
