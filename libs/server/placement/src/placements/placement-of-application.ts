import type { VacancyApplication } from '../applications/vacancy-application.entity';
import type { Vacancy } from '../vacancies/vacancy.entity';
import type { Placement } from './placement.entity';

/** What an accepted application becomes: the promise of the vacancy, with the paper still to come. */
export const placementOf = (
  application: VacancyApplication,
  vacancy: Vacancy,
  made: Pick<Placement, 'id' | 'homeCountry' | 'createdBy' | 'createdAt'>,
): Placement => ({
  ...made,
  personId: application.personId,
  centreId: application.centreId,
  source: 'sent',
  kind: vacancy.kind,
  employerId: vacancy.employerId,
  employerName: null,
  vacancyId: vacancy.id,
  applicationId: application.id,
  title: vacancy.title,
  occupation: vacancy.occupation,
  country: vacancy.country,
  place: vacancy.place,
  wageAmount: vacancy.wageAmount,
  wageCurrency: vacancy.wageCurrency,
  wagePeriod: vacancy.wagePeriod,
  wageMonthly: vacancy.wageMonthly,
  hoursPerWeek: vacancy.hoursPerWeek,
  hasWrittenContract: false,
  contractFileId: null,
  contractLanguage: null,
  contractUnderstood: false,
  passportHolder: null,
  costs: [],
  costCurrency: null,
  state: 'offered',
  startedOn: null,
  endedOn: null,
  endReason: null,
  version: 1,
});
