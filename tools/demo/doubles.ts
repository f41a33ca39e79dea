import { StoppedClock, type Config } from '@sampan/kernel';
import type { DataSource } from 'typeorm';
import { Calendar } from './calendar';
import { Caller } from './caller';
import { Chance } from './chance';
import type { DemoCentre } from './places';
import { withRunningProduct } from './running-product';

const SEED = 20_260_303;

interface Original {
  readonly fullName: string;
  readonly latinName: string;
  readonly sex: string;
  readonly birthDate: string;
  readonly phone: string;
}

interface SecondTime {
  readonly fullName: string;
  readonly birth: { readonly date: string; readonly precision: 'day' | 'year' };
  readonly phone?: string;
}

/** How somebody comes to be written down a second time, by a colleague who cannot know it. */
type Slip = (original: Original) => SecondTime;

/** In Latin letters, with the year only; the phone is the same. */
const inLatinLetters: Slip = ({ latinName, birthDate, phone }) => ({ fullName: latinName, birth: { date: `${birthDate.slice(0, 4)}-01-01`, precision: 'year' }, phone });
const dayAndMonthSwapped: Slip = ({ fullName, birthDate }) => {
  const [year, month, day] = birthDate.split('-');
  return { fullName, birth: { date: `${year}-${day}-${month}`, precision: 'day' } };
};
const spelledByEar: Slip = ({ latinName, birthDate, phone }) => ({ fullName: latinName.replace(/[aeiou](?!.*[aeiou])/, '$&h'), birth: { date: birthDate, precision: 'day' }, phone });
const withAnotherPhone: Slip = ({ fullName, birthDate }) => ({ fullName, birth: { date: birthDate, precision: 'day' } });

/** Known at the registrar's own centre, and at a place that the registrar does not see. */
const SLIPS: readonly (readonly [daysAgo: number, known: 'here' | 'elsewhere', slip: Slip])[] = [
  [11, 'here', inLatinLetters], [8, 'elsewhere', withAnotherPhone], [5, 'here', dayAndMonthSwapped], [3, 'elsewhere', inLatinLetters], [1, 'here', spelledByEar],
];

/** People who are registered a second time, through the product itself: it finds the pairs and asks the steward. */
export const registerTwice = async (config: Config, dataSource: DataSource, password: string): Promise<void> => {
  const [clock, chance] = [new StoppedClock(new Date().toISOString()), new Chance(SEED)];
  const { here, elsewhere } = await placesOf(dataSource);
  const originals = { here: await originalsAt(dataSource, here), elsewhere: await originalsAt(dataSource, elsewhere) };
  await withRunningProduct(config, clock, async (url) => {
    console.log('Registering some people a second time…');
    for (const [daysAgo, known, slip] of SLIPS) {
      const at = new Calendar(clock.now()).at(new Calendar(new Date()).ago(daysAgo));
      clock.moveTo(at.toISOString());
      const registrar = await Caller.signIn(url, 'registrar@demo.sampan.example', password);
      const original = originals[known].shift()!;
      const { phone, ...facts } = slip(original);
      await registrar.post('people', {
        id: chance.id(at), centreId: here, ...facts, sex: original.sex, intakeSource: 'walk-in', ...(phone ? { contacts: [{ kind: 'phone', value: phone, safeToCall: true }] } : {}),
      });
    }
  });
};

const placesOf = async (dataSource: DataSource): Promise<{ here: DemoCentre['id']; elsewhere: DemoCentre['id'] }> => {
  const [places] = (await dataSource.query(
    `SELECT u.centre_id AS here, (SELECT c.id FROM centre c WHERE c.country = u.country AND c.id <> u.centre_id ORDER BY c.name LIMIT 1) AS elsewhere
     FROM app_user u WHERE u.email = 'registrar@demo.sampan.example'`,
  )) as [{ here: string; elsewhere: string }];
  return places;
};

/** Whose name is written in another script, and whose birthday also exists with day and month swapped. */
const originalsAt = (dataSource: DataSource, centreId: string): Promise<Original[]> =>
  dataSource.query(
    `SELECT p.full_name AS "fullName", p.latin_name AS "latinName", p.sex, p.birth_date::text AS "birthDate", c.value AS phone
     FROM person p JOIN contact c ON c.person_id = p.id AND c.kind = 'phone'
     WHERE p.centre_id = $1 AND p.latin_name IS NOT NULL AND p.birth_precision = 'day' AND NOT p.age_in_doubt AND p.registered_on < current_date - 60
       AND extract(day FROM p.birth_date) <= 12 AND extract(day FROM p.birth_date) <> extract(month FROM p.birth_date)
     ORDER BY p.registered_on DESC, p.id LIMIT 5`,
    [centreId],
  );
