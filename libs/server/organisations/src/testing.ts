import { addDays, newId } from '@sampan/kernel';
import type { EntityManager } from 'typeorm';
import { Centre } from './centres/centre.entity';
import { Holiday } from './holidays/holiday.entity';
import { Organisation } from './organisations/organisation.entity';

/** A centre of an organisation of its own, unless told otherwise. */
export const newCentre = async (manager: EntityManager, over: Partial<Centre> = {}): Promise<Centre> => {
  const country = over.country ?? 'TH';
  const organisationId = over.organisationId ?? (await newOrganisation(manager, { country })).id;
  const centre = { id: newId(), name: 'Test centre', timeZone: 'Asia/Bangkok', adminAreaCode: null, languages: ['th', 'en'], names: {}, address: null, closedOn: null, country, ...over, organisationId };
  await manager.insert(Centre, centre);
  return manager.findOneByOrFail(Centre, { id: centre.id });
};

export const newOrganisation = async (manager: EntityManager, over: Partial<Organisation> = {}): Promise<Organisation> => {
  const organisation = { id: newId(), name: 'Test organisation', country: 'TH', closedOn: null, ...over };
  await manager.insert(Organisation, organisation);
  return manager.findOneByOrFail(Organisation, { id: organisation.id });
};

/** A day of rest of a whole country, in a year that nobody plans yet, unless told otherwise. */
export const newHoliday = async (manager: EntityManager, over: Partial<Holiday> = {}): Promise<Holiday> => {
  const id = over.id ?? newId();
  await manager.insert(Holiday, { id, country: 'TH', centreId: null, day: addDays('2030-01-01', Number.parseInt(id.slice(-4), 16) % 3_000), kind: 'rest', names: { en: 'Test day' }, provisional: false, source: null, removed: false, ...over });
  return manager.findOneByOrFail(Holiday, { id });
};
