import { newId } from '@sampan/kernel';
import type { EntityManager } from 'typeorm';
import { Centre } from './centres/centre.entity';
import { Organisation } from './organisations/organisation.entity';

/** A centre of an organisation of its own, unless told otherwise. */
export const newCentre = async (manager: EntityManager, over: Partial<Centre> = {}): Promise<Centre> => {
  const country = over.country ?? 'TH';
  const organisationId = over.organisationId ?? (await newOrganisation(manager, { country })).id;
  const centre = { id: newId(), name: 'Test centre', timeZone: 'Asia/Bangkok', adminAreaCode: null, languages: ['th', 'en'], country, ...over, organisationId };
  await manager.insert(Centre, centre);
  return manager.findOneByOrFail(Centre, { id: centre.id });
};

export const newOrganisation = async (manager: EntityManager, over: Partial<Organisation> = {}): Promise<Organisation> => {
  const organisation = { id: newId(), name: 'Test organisation', country: 'TH', ...over };
  await manager.insert(Organisation, organisation);
  return organisation;
};
