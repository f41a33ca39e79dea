import { Injectable } from '@nestjs/common';
import { newId, PreparedSql, UnitOfWork } from '@sampan/kernel';
import { In } from 'typeorm';
import type { Person } from '../persons/person.entity';
import { ExternalId } from './external-id.entity';

/** The numbering of the centre's own register; partners' systems have names of their own. */
const REGISTER = 'register';

/** What other systems call a person. */
@Injectable()
export class ExternalIds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sql: PreparedSql,
  ) {}

  /** Whose these numbers are, by number; those that nobody has are not in the answer. */
  async findMany(centreId: string, values: readonly string[], system = REGISTER): Promise<ReadonlyMap<string, string>> {
    const known = values.length === 0 ? [] : await this.unitOfWork.manager.findBy(ExternalId, { centreId, system, value: In([...values]) });
    return new Map(known.map(({ value, personId }) => [value, personId]));
  }

  async addMany(rows: readonly { readonly personId: string; readonly centreId: string; readonly value: string }[]): Promise<void> {
    await this.sql.insertMany(
      'external_id',
      rows.map(({ personId, centreId, value }) => ({ id: newId(), person_id: personId, centre_id: centreId, system: REGISTER, value })),
      { unless: 'ON CONFLICT DO NOTHING' },
    );
  }

  /** Returns the id of the new row, or null when the number is known already. */
  async add({ id: personId, centreId }: Pick<Person, 'id' | 'centreId'>, value: string, system = REGISTER): Promise<string | null> {
    const id = newId();
    const { raw } = await this.unitOfWork.manager.createQueryBuilder().insert().into(ExternalId).values({ id, personId, centreId, system, value }).orIgnore().returning('id').execute();
    return (raw as unknown[]).length > 0 ? id : null;
  }
}
