import 'reflect-metadata';
import { configOfProcess, createDataSource, dataSourceOptions, migrate, type Config } from '@sampan/kernel';
import { parts } from '@sampan/rooms';
import { argon2id, hash } from 'argon2';
import { DataSource, type EntityManager } from 'typeorm';
import { withBareTables } from './bare-tables';
import { Calendar } from './calendar';
import { makeCases } from './cases';
import { Chance } from './chance';
import { registerTwice } from './doubles';
import { publishFigures } from './figures';
import { makePeople, PersonSerial } from './people';
import { makeEmployers, makePlacements } from './placement';
import { makePlaces } from './places';
import { Rows, TABLES } from './rows';
import { tellStories } from './stories';
import { makeProgrammes, makeTraining, Serials } from './training';

const SEED = 20_260_101;
const USUAL_NUMBER = 3_000;

/** Fills an empty database with invented people; what is there already stays, except for the password. */
const main = async (): Promise<void> => {
  const config = configOfProcess();
  const password = config.demoPassword;
  if (!password) {
    throw new Error('SAMPAN_DEMO_PASSWORD is missing: the demo accounts need a password.');
  }
  const passwordHash = await hash(password, { type: argon2id });
  await migrate(config, parts);
  const dataSource = await createDataSource(config, parts).initialize();
  let tidied: Promise<void> = Promise.resolve();
  try {
    if (await isSomebodysOwn(dataSource)) {
      throw new Error('this database holds accounts that are not of the demo; invented people are not poured among real ones.');
    }
    if (await has(dataSource, 'centre')) {
      await dataSource.query(`UPDATE app_user SET password_hash = $1 WHERE email LIKE '%@demo.sampan.example' AND password_hash <> '!'`, [passwordHash]);
    } else {
      // Without statistics the first hours of a large demo are planned blindly; the tidying goes on while the stories are told.
      await asOwner(config, async (owner) => {
        await loadPeople(owner, passwordHash);
        await owner.query('ANALYZE');
      });
      tidied = asOwner(config, (owner) => owner.query('VACUUM'));
      tidied.catch(() => undefined);
    }
    if (!(await has(dataSource, 'screening'))) {
      await tellStories(config, dataSource, password);
    }
    if (!(await has(dataSource, 'duplicate_pair'))) {
      await registerTwice(config, dataSource, password);
    }
    if (!(await has(dataSource, 'release'))) {
      await publishFigures(config, password, new Date(), quartersFor(wished()));
    }
    await tidied;
    console.log('The demo is there.');
  } finally {
    await dataSource.destroy();
  }
};

const isSomebodysOwn = async (dataSource: DataSource): Promise<boolean> => {
  const [{ own }] = (await dataSource.query(
    `SELECT count(*) > 0 AND count(*) FILTER (WHERE email LIKE '%@demo.sampan.example') = 0 AS own FROM app_user`,
  )) as [{ own: boolean }];
  return own;
};

const has = async (dataSource: DataSource, table: 'centre' | 'screening' | 'duplicate_pair' | 'release'): Promise<boolean> => {
  const [{ exists }] = (await dataSource.query(`SELECT EXISTS (SELECT FROM ${table}) AS exists`)) as [{ exists: boolean }];
  return exists;
};

/**
 * One transaction for the bulk: a start that is killed in the middle leaves an empty database, not half a demo. Written
 * centre by centre, so that a large demo needs no more memory than a small one.
 */
const loadPeople = async (dataSource: DataSource, passwordHash: string): Promise<void> => {
  const [rows, chance, calendar, serials, serial] = [new Rows(), new Chance(SEED), new Calendar(new Date()), new Serials(), new PersonSerial()];
  const number = wished();
  const fill = async (manager: EntityManager): Promise<void> => {
    const centres = makePlaces(rows, chance, calendar.now, passwordHash, number / USUAL_NUMBER);
    const programmes = makeProgrammes(rows, chance, calendar, centres[0]!);
    console.log(`Writing ${number} people of ${centres.length} centres…`);
    for (const centre of centres) {
      const people = await makePeople(rows, chance, calendar, centre, serial);
      if (centre.intakeOnly) {
        continue;
      }
      const employers = makeEmployers(rows, chance, calendar, centre);
      await makePlacements(rows, chance, calendar, centre, employers, await makeTraining(rows, chance, calendar, centre, programmes, people, serials));
      if (number > USUAL_NUMBER) {
        await makeCases(rows, chance, calendar, centre, people, centre === centres[0] ? centre.staff.socialWorkers[0]! : null);
      }
      await rows.write(manager);
    }
    serials.write(rows);
    await rows.write(manager);
    await rows.arrived();
  };
  await dataSource.transaction((manager) => (number > USUAL_NUMBER ? withBareTables(manager, TABLES, () => fill(manager)) : fill(manager)));
  console.log(`Wrote ${rows.count('person')} people, ${rows.count('enrolment')} enrolments, ${rows.count('attendance_record')} marks, ${rows.count('placement')} placements, ${rows.count('case_file')} cases in bulk.`);
};

/** Only the owner of the tables may drop an index or gather statistics. */
const asOwner = async (config: Config, act: (owner: DataSource) => Promise<void>): Promise<void> => {
  const owner = await new DataSource(dataSourceOptions(config, parts, 'owner', 1)).initialize();
  try {
    await act(owner);
  } finally {
    await owner.destroy();
  }
};

/** Hiding small numbers takes the longer the more centres there are: a very large demo is left to whoever wants its figures. */
const quartersFor = (people: number): number => (people <= USUAL_NUMBER ? 2 : people <= 200_000 ? 1 : 0);

const wished = (): number => {
  const at = process.argv.indexOf('--people');
  const number = at < 0 ? USUAL_NUMBER : Number(process.argv[at + 1]);
  if (!Number.isInteger(number) || number < 1) {
    throw new Error('--people takes a whole number.');
  }
  return number;
};

main().catch((error: Error) => {
  console.error(`The demo could not be loaded: ${error.message}`);
  process.exit(1);
});
