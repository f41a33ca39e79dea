import { addDays } from '@sampan/kernel';
import { HOLIDAY_NAMES, type HolidayName } from './holiday-names.data';
import type { HolidayKind } from './holiday.rules';

interface SeededDay {
  readonly country: string;
  readonly day: string;
  readonly kind: HolidayKind;
  readonly names: Readonly<Record<string, string>>;
  readonly provisional: boolean;
  readonly source: string;
}

/** `05-01 labourDay` is one day, `02-15..02-23 chineseNewYear` several; `?` behind it: follows the moon or a decree still to come; `!`: a working day. */
const year = (country: string, on: number, source: string, lines: string): SeededDay[] =>
  lines.trim().split(/\s*\n\s*/).flatMap((line) => {
    const [days = '', marked = ''] = line.split(' ');
    const [from = '', until = from] = days.split('..').map((day) => `${on}-${day}`);
    const names = HOLIDAY_NAMES[marked.replace(/[?!]/g, '') as HolidayName];
    const span: string[] = [];
    for (let day = from; day <= until; day = addDays(day, 1)) {
      span.push(day);
    }
    return span.map((day) => ({ country, day, kind: marked.includes('!') ? ('work' as const) : ('rest' as const), names, provisional: marked.includes('?'), source }));
  });

/**
 * Public holidays from which a node starts; administrators change them. Days that follow the moon are reckoned by the
 * calendar of the country and marked as provisional until its government has announced them.
 */
export const HOLIDAYS: readonly SeededDay[] = [
  ...year('KH', 2026, 'Sub-decree on public holidays 2026, Royal Government of Cambodia', `
    01-01 newYear
    01-07 victoryDay
    03-08 womensDay
    04-14..04-16 khmerNewYear
    05-01 labourAndVisak
    05-05 ploughing
    05-14 kingsBirthdayKh
    06-18 queenMotherKh
    09-24 constitutionKh
    10-10..10-12 pchumBen
    10-15 kingFather
    10-29 coronationKh
    11-09 independenceKh
    11-23..11-25 waterFestival
    12-29 peaceDay`),
  ...year('KH', 2027, 'Fixed days as in 2026; days by the moon reckoned, to be confirmed by the sub-decree for 2027', `
    01-01 newYear
    01-07 victoryDay
    03-08 womensDay
    04-14..04-16 khmerNewYear?
    05-01 labourDay
    05-14 kingsBirthdayKh
    05-20 visak?
    05-24 ploughing?
    06-18 queenMotherKh
    09-24 constitutionKh
    09-29..10-01 pchumBen?
    10-15 kingFather
    10-29 coronationKh
    11-09 independenceKh
    11-12..11-14 waterFestival?
    12-29 peaceDay`),
  ...year('TH', 2026, 'Official holidays 2569, Cabinet of Thailand; Labour Day by the Labour Protection Act', `
    01-01 newYear
    01-02 substitute
    03-03 makha
    04-06 chakri
    04-13..04-15 songkran
    05-01 labourDay
    05-04 coronationTh
    05-31 visak
    06-01 substitute
    06-03 queensBirthdayTh
    07-28 kingsBirthdayTh
    07-29 asalha
    07-30 buddhistLent
    08-12 mothersDayTh
    10-13 bhumibol
    10-23 chulalongkorn
    12-05 fathersDayTh
    12-07 substitute
    12-10 constitutionTh
    12-31 newYearsEve`),
  ...year('TH', 2027, 'Fixed days as in 2569; days by the moon and substitute days reckoned, to be confirmed by the Cabinet', `
    01-01 newYear
    02-21 makha?
    02-22 substitute?
    04-06 chakri
    04-13..04-15 songkran
    05-01 labourDay
    05-03 substitute?
    05-04 coronationTh
    05-20 visak?
    06-03 queensBirthdayTh
    07-18 asalha?
    07-19 buddhistLent?
    07-20 substitute?
    07-28 kingsBirthdayTh
    08-12 mothersDayTh
    10-13 bhumibol
    10-23 chulalongkorn
    10-25 substitute?
    12-05 fathersDayTh
    12-06 substitute?
    12-10 constitutionTh
    12-31 newYearsEve`),
  ...year('ID', 2026, 'Joint decree of three ministers on national holidays and joint leave 2026', `
    01-01 newYear
    01-16 israMiraj
    02-16 jointLeave
    02-17 chineseNewYear
    03-18 jointLeave
    03-19 nyepi
    03-20 jointLeave
    03-21..03-22 idulFitri
    03-23..03-24 jointLeave
    04-03 goodFriday
    04-05 easter
    05-01 labourDay
    05-14 ascension
    05-15 jointLeave
    05-27 idulAdha
    05-28 jointLeave
    05-31 visak
    06-01 pancasila
    06-16 islamicNewYear
    08-17 independenceId
    08-25 mawlid
    12-24 jointLeave
    12-25 christmas`),
  ...year('ID', 2027, 'Fixed days; days by the moon reckoned, to be confirmed by the joint decree for 2027; joint leave to be added', `
    01-01 newYear
    01-05 israMiraj?
    02-06 chineseNewYear?
    03-08 nyepi?
    03-10..03-11 idulFitri?
    03-26 goodFriday
    03-28 easter
    05-01 labourDay
    05-06 ascension
    05-17 idulAdha?
    05-20 visak?
    06-01 pancasila
    06-06 islamicNewYear?
    08-15 mawlid?
    08-17 independenceId
    12-25 christmas
    12-26 israMiraj?`),
  ...year('CN', 2026, 'Notice of the General Office of the State Council on holidays 2026', `
    01-01..01-03 newYear
    01-04 workingWeekend!
    02-14 workingWeekend!
    02-15..02-23 chineseNewYear
    02-28 workingWeekend!
    04-04..04-06 qingming
    05-01..05-05 labourDay
    05-09 workingWeekend!
    06-19..06-21 dragonBoat
    09-20 workingWeekend!
    09-25..09-27 midAutumn
    10-01..10-07 nationalDayCn
    10-10 workingWeekend!`),
  ...year('CN', 2027, 'Statutory days by the regulation of 2024; bridging days and working weekends to be added from the State Council’s notice', `
    01-01 newYear
    02-05..02-08 chineseNewYear?
    04-05 qingming?
    05-01..05-02 labourDay
    06-09 dragonBoat?
    09-15 midAutumn?
    10-01..10-03 nationalDayCn`),
];
