import { addDays, type Day } from '@sampan/kernel';
import type { Calendar } from './calendar';
import type { Chance } from './chance';
import type { DemoPerson } from './people';
import type { DemoCentre } from './places';
import { breathe, type Rows } from './rows';

export interface DemoProgramme {
  readonly id: string;
  readonly versionId: string;
  readonly code: string;
  readonly occupation: string;
  readonly names: Readonly<Record<string, string>>;
}

export interface DemoLeaver {
  readonly person: DemoPerson;
  readonly programme: DemoProgramme;
  readonly outcome: 'completed' | 'left-early' | 'withdrawn';
  readonly exitedOn: Day;
}

interface Cohort {
  readonly id: string;
  readonly code: string;
  readonly centre: DemoCentre;
  readonly programme: DemoProgramme;
  /** The row, whose counter grows with those who keep their seat. */
  readonly seats: { taken: number };
  readonly endsOn: Day;
  readonly sessions: readonly { readonly id: string; readonly on: Day; readonly at: Date; readonly held: boolean }[];
}

const WEEKS = 12;
const WEEKDAYS = [1, 3, 5];
const PLACES = 24;

const PROGRAMMES = [
  { code: 'WELD', occupation: '7212', isced: '0715', hours: 216, names: { en: 'Welding', km: 'ការផ្សារដែក', th: 'งานเชื่อม', zh: '焊接', id: 'Pengelasan' } },
  { code: 'SEW', occupation: '8153', isced: '0723', hours: 180, names: { en: 'Garment sewing', km: 'កាត់ដេរសម្លៀកបំពាក់', th: 'ตัดเย็บเสื้อผ้า', zh: '服装缝纫', id: 'Menjahit pakaian' } },
  { code: 'ELEC', occupation: '7411', isced: '0713', hours: 240, names: { en: 'Electrical installation', km: 'ការតម្លើងអគ្គិសនី', th: 'ติดตั้งไฟฟ้า', zh: '电气安装', id: 'Instalasi listrik' } },
  { code: 'COOK', occupation: '5120', isced: '1013', hours: 150, names: { en: 'Cooking and food service', km: 'ធ្វើម្ហូប និងសេវាអាហារ', th: 'ประกอบอาหารและบริการ', zh: '烹饪与餐饮服务', id: 'Tata boga' } },
  { code: 'BOOK', occupation: '4311', isced: '0411', hours: 160, names: { en: 'Bookkeeping and office work', km: 'គណនេយ្យ និងការងារការិយាល័យ', th: 'บัญชีและงานสำนักงาน', zh: '记账与办公', id: 'Pembukuan dan perkantoran' } },
] as const;

/** Programmes belong to the node: every centre teaches the same versions. */
export const makeProgrammes = (rows: Rows, chance: Chance, calendar: Calendar, { staff }: DemoCentre): DemoProgramme[] => {
  const at = calendar.at(calendar.ago(1_800));
  return PROGRAMMES.map(({ code, occupation, isced, hours, names }) => {
    const [id, versionId] = [chance.id(at), chance.id(at)];
    rows.add('programme', { id, code, created_at: at });
    rows.add('programme_version', {
      id: versionId, programme_id: id, number: 1, state: 'published', names, hours, isced_field: isced, isco_occupations: [occupation], national_level: 'Certificate 1', aqrf_level: 2,
      minimum_attendance_percent: 80, assessment_required: true, missed_sessions_until_left_early: 14, certificate_valid_months: null, written_by: staff.manager,
      approved_by: staff.supervisor, created_at: at, version: 1,
    });
    return { id, versionId, code, occupation, names };
  });
};

/** Puts the people of a centre through cohorts as they come: a cohort starts when enough have registered. */
export const makeTraining = async (rows: Rows, chance: Chance, calendar: Calendar, centre: DemoCentre, programmes: readonly DemoProgramme[], people: readonly DemoPerson[], serials: Serials): Promise<DemoLeaver[]> => {
  const waiting: DemoPerson[] = [];
  const leavers: DemoLeaver[] = [];
  let number = 0;
  for (const [place, person] of people.entries()) {
    await breathe(place);
    if (chance.happens(0.74)) {
      waiting.push(person);
    }
    if (waiting.length >= PLACES - 2) {
      number += 1;
      const cohort = makeCohort(rows, chance, calendar, centre, programmes[number % programmes.length]!, waiting.at(-1)!.registeredOn, number);
      leavers.push(...waiting.splice(0).flatMap((trainee) => makeEnrolment(rows, chance, calendar, cohort, trainee, serials) ?? []));
    }
  }
  makeOpenCohort(rows, chance, calendar, centre, programmes[0]!, number + 1);
  return leavers;
};

/** Running numbers of certificates, by country and year. */
export class Serials {
  private readonly last = new Map<string, number>();

  next(country: string, year: string): string {
    const number = (this.last.get(`${country}-${year}`) ?? 0) + 1;
    this.last.set(`${country}-${year}`, number);
    return `${country}-${year}-${String(number).padStart(5, '0')}`;
  }

  write(rows: Rows): void {
    for (const [key, last] of this.last) {
      const [country, year] = key.split('-');
      rows.add('certificate_serial', { country, year, last_number: last });
    }
  }
}

const nextMonday = (calendar: Calendar, day: Day): Day => addDays(day, (8 - calendar.weekday(day)) % 7 || 7);

const makeCohort = (rows: Rows, chance: Chance, calendar: Calendar, centre: DemoCentre, programme: DemoProgramme, after: Day, number: number): Cohort => {
  const startsOn = nextMonday(calendar, after);
  const endsOn = addDays(startsOn, WEEKS * 7 - 3);
  const id = chance.id(calendar.at(after));
  const state = endsOn < calendar.today ? 'completed' : startsOn <= calendar.today ? 'running' : 'closed';
  const code = `${programme.code}-${String(number).padStart(2, '0')}`;
  const seats = {
    id, centre_id: centre.id, programme_id: programme.id, programme_version_id: programme.versionId, code, state, places: PLACES, taken: 0,
    starts_on: startsOn, planned_end_on: endsOn, enrolment_closes_on: addDays(startsOn, 14), created_at: calendar.at(addDays(after, -30)), version: 1,
  };
  rows.add('cohort', seats);
  const sessions = Array.from({ length: WEEKS * 7 }, (_, day) => addDays(startsOn, day))
    .filter((day) => WEEKDAYS.includes(calendar.weekday(day)) && day <= endsOn)
    .map((on) => ({ id: chance.id(calendar.at(on)), on, at: calendar.at(on, 7), held: calendar.isPast(on) && chance.happens(0.985) }));
  for (const session of sessions) {
    rows.add('training_session', {
      id: session.id, centre_id: centre.id, cohort_id: id, state: session.held ? (session.on < calendar.ago(30) ? 'locked' : 'held') : 'scheduled', session_on: session.on, starts_at: '08:00', ends_at: '14:00',
      room: `R${(number % 6) + 1}`, instructor_id: null, topic: null, register_taken_at: session.held ? calendar.at(session.on, 7) : null, register_taken_by: session.held ? centre.staff.instructor : null, version: 1,
    });
  }
  return { id, code, centre, programme, seats, endsOn, sessions };
};

const makeOpenCohort = (rows: Rows, chance: Chance, calendar: Calendar, centre: DemoCentre, programme: DemoProgramme, number: number): void => {
  const startsOn = nextMonday(calendar, addDays(calendar.today, 14));
  rows.add('cohort', {
    id: chance.id(calendar.now), centre_id: centre.id, programme_id: programme.id, programme_version_id: programme.versionId, code: `${programme.code}-${String(number).padStart(2, '0')}`, state: 'open', places: PLACES, taken: 0,
    starts_on: startsOn, planned_end_on: addDays(startsOn, WEEKS * 7 - 3), enrolment_closes_on: addDays(startsOn, 14), created_at: calendar.at(calendar.ago(20)), version: 1,
  });
};

type Fate = 'completes' | 'leaves' | 'withdraws' | 'moves' | 'never comes';

const makeEnrolment = (rows: Rows, chance: Chance, calendar: Calendar, cohort: Cohort, person: DemoPerson, serials: Serials): DemoLeaver | null => {
  const { centre, programme } = cohort;
  const id = chance.id(calendar.at(person.registeredOn, 3));
  const fate = chance.weighted<Fate>([['completes', 73], ['leaves', 14], ['withdraws', 7], ['moves', 3], ['never comes', 3]]);
  const held = cohort.sessions.filter(({ held }) => held);
  const last = fate === 'completes' ? held.length : fate === 'never comes' ? 0 : chance.whole(2, 26);
  const attendance = fate === 'completes' ? 0.93 : 0.8;
  let [entered, lastSeen, missed]: [Day | null, Day | null, number] = [null, null, 0];
  for (const [index, session] of held.entries()) {
    const gone = index >= last;
    // Those who leave are still marked absent until the register's rule says that they have left.
    if (gone && (fate !== 'leaves' || index >= last + 14)) {
      break;
    }
    const code = gone ? 'absent' : chance.weighted([['present', attendance * 100], ['late', 4], ['excused', 4], ['absent', (1 - attendance) * 100]]);
    if (code === 'present' || code === 'late') {
      entered ??= session.on;
      [lastSeen, missed] = [session.on, 0];
    } else {
      missed += code === 'absent' ? 1 : 0;
    }
    rows.add('attendance_record', {
      id: chance.id(session.at), person_id: person.id, centre_id: centre.id, session_id: session.id, enrolment_id: id, code, missed_announced: code === 'absent',
      marked_by: centre.staff.instructor, marked_at: session.at,
    });
  }
  const over = calendar.isPast(cohort.endsOn);
  const end = endOf(fate, { over, entered, lastSeen, endsOn: cohort.endsOn, heldAfter: held.length >= last + 14, today: calendar.today });
  const assessed = end?.state === 'completed';
  const passed = assessed && chance.happens(0.9);
  rows.add('enrolment', {
    id, person_id: person.id, centre_id: centre.id, cohort_id: cohort.id, state: end?.state ?? (entered ? 'active' : 'registered'), registered_on: person.registeredOn, entered_on: entered,
    exited_on: end?.on ?? null, leaving_reason: end?.reason ?? null, exclusion: end?.state === 'transferred' ? 'transferred' : null, evidence: end?.state === 'transferred' ? 'person-told-us' : null,
    consecutive_missed: missed, left_early_suspected_on: !end && missed >= 14 ? calendar.ago(2) : null, assessment_passed: assessed ? passed : null, assessed_on: assessed ? end.on : null,
    created_at: calendar.at(person.registeredOn, 3), version: 1,
  });
  cohort.seats.taken += end && end.state !== 'completed' ? 0 : 1;
  tell(rows, chance, calendar.at(person.registeredOn, 3), person, 'training.enrolled', { programme: programme.names, cohort: cohort.code }, id);
  if (end) {
    tell(rows, chance, calendar.at(end.on, 8), person, `training.${end.state}`, { reason: end.reason }, id);
  }
  if (passed && end) {
    makeCertificate(rows, chance, calendar, { id, person, programme, on: end.on }, serials);
  }
  return end && (end.state === 'completed' || end.state === 'left-early' || end.state === 'withdrawn') && entered ? { person, programme, outcome: end.state, exitedOn: end.on } : null;
};

interface Course {
  readonly over: boolean;
  readonly entered: Day | null;
  readonly lastSeen: Day | null;
  readonly endsOn: Day;
  readonly heldAfter: boolean;
  readonly today: Day;
}

const endOf = (fate: Fate, { over, entered, lastSeen, endsOn, heldAfter }: Course): { state: 'completed' | 'left-early' | 'withdrawn' | 'transferred'; on: Day; reason: string | null } | null => {
  if (fate === 'completes') {
    return over && entered ? { state: 'completed', on: endsOn, reason: null } : null;
  }
  if (fate === 'leaves') {
    return heldAfter && lastSeen ? { state: 'left-early', on: lastSeen, reason: 'no-contact' } : null;
  }
  if (fate === 'never comes') {
    return over ? { state: 'withdrawn', on: endsOn, reason: 'other' } : null;
  }
  return heldAfter && lastSeen ? { state: fate === 'moves' ? 'transferred' : 'withdrawn', on: lastSeen, reason: fate === 'moves' ? 'transferred' : 'found-work' } : null;
};

const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const makeCertificate = (rows: Rows, chance: Chance, calendar: Calendar, { id, person, programme, on }: { id: string; person: DemoPerson; programme: DemoProgramme; on: Day }, serials: Serials): void => {
  const at = calendar.at(on, 9);
  const certificateId = chance.id(at);
  rows.add('certificate', {
    id: certificateId, person_id: person.id, centre_id: person.centre.id, enrolment_id: id, serial: serials.next(person.centre.country, on.slice(0, 4)),
    token: Array.from({ length: 16 }, () => BASE32[chance.whole(0, 31)]).join(''), state: 'issued', initials: person.initials, issued_on: on, valid_until: null,
    issued_by: person.centre.staff.manager, state_reason: null, created_at: at, version: 1,
  });
  tell(rows, chance, at, person, 'training.certificate-issued', { programme: programme.names }, certificateId, 'certificate');
};

const tell = (rows: Rows, chance: Chance, at: Date, person: DemoPerson, kind: string, data: object, sourceId: string, sourceType = 'enrolment'): void =>
  rows.add('timeline_entry', { id: chance.id(at), person_id: person.id, centre_id: person.centre.id, at, kind, fact: 'fact.identity', data, source_type: sourceType, source_id: sourceId });
