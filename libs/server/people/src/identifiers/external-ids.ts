import { Injectable } from '@nestjs/common';
import { newId, UnitOfWork } from '@sampan/kernel';
import type { Person } from '../persons/person.entity';
import { ExternalId } from './external-id.entity';

/** The numbering of the centre's own register; partners' systems have names of their own. */
const REGISTER = 'register';

/** What other systems call a person. */
@Injectable()
export class ExternalIds {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async find(centreId: string, value: string, system = REGISTER): Promise<string | null> {
    return (await this.unitOfWork.manager.findOneBy(ExternalId, { centreId, system, value }))?.personId ?? null;
  }

  /** Returns the id of the new row, or null when the number is known already. */
  async add({ id: personId, centreId }: Pick<Person, 'id' | 'centreId'>, value: string, system = REGISTER): Promise<string | null> {
    const id = newId();
    const { raw } = await this.unitOfWork.manager.createQueryBuilder().insert().into(ExternalId).values({ id, personId, centreId, system, value }).orIgnore().returning('id').execute();
    return (raw as unknown[]).length > 0 ? id : null;
  }
}
