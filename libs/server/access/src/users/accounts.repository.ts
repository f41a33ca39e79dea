import { Injectable } from '@nestjs/common';
import { decodeCursor, toPage, UnitOfWork, type Page, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import type { SearchAccountsDto } from './account.dto';
import { User } from './user.entity';

const USUAL = 25;
/** One order for all scripts and languages. */
const IN_ORDER = 'u.display_name COLLATE "und-x-icu"';

/** Accounts that somebody looks after: those whose reach lies within their own. */
@Injectable()
export class AccountsRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly centres: Centres,
  ) {}

  async search(viewer: Viewer, { text, role, centre, active, cursor, limit = USUAL }: SearchAccountsDto): Promise<Page<User>> {
    const position = decodeCursor(cursor, 'text', 'id');
    const back = position?.direction === 'previous';
    const order = back ? 'DESC' : 'ASC';
    const rows = (await this.within(viewer)).orderBy(IN_ORDER, order).addOrderBy('u.id', order).limit(limit + 1);
    if (text?.trim()) {
      rows.andWhere('(u.display_name ILIKE :part OR u.email ILIKE :part)', { part: `%${text.trim().replace(/[\\%_]/gu, '\\$&')}%` });
    }
    if (role) {
      rows.andWhere(':role = ANY(u.roles)', { role });
    }
    if (centre) {
      rows.andWhere('u.centre_id = :centre', { centre });
    }
    if (active !== undefined) {
      rows.andWhere('u.active = :active', { active });
    }
    if (position) {
      const [name, id] = position.key;
      rows.andWhere(`(${IN_ORDER}, u.id) ${back ? '<' : '>'} (:fromName::text COLLATE "und-x-icu", :fromId::uuid)`, { fromName: name, fromId: id });
    }
    return toPage(await rows.getMany(), limit, position, ({ displayName, id }) => [displayName, id], (user) => user);
  }

  async find(viewer: Viewer, id: string): Promise<User | null> {
    return (await this.within(viewer)).andWhere('u.id = :id', { id }).getOne();
  }

  async findForChange(viewer: Viewer, id: string): Promise<User | null> {
    return (await this.within(viewer)).andWhere('u.id = :id', { id }).setLock('pessimistic_write', undefined, ['u']).getOne();
  }

  /**
   * Who can let everybody in, locked until the end of the transaction: two administrators who shut out each other at the
   * same moment follow one another, and the second is refused.
   */
  async lockAdministrators(): Promise<string[]> {
    const rows = (await this.unitOfWork.manager.query(
      `SELECT id FROM app_user WHERE active AND reach = 'all' AND 'administrator' = ANY(roles) ORDER BY id FOR UPDATE`,
    )) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  /** Whether the address belongs to another account; nobody else takes it until the end of the transaction. */
  async isEmailTaken(email: string, exceptId: string): Promise<boolean> {
    await this.unitOfWork.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 11))', [email]);
    const [{ taken }] = (await this.unitOfWork.manager.query('SELECT EXISTS (SELECT FROM app_user WHERE email = $1 AND id <> $2) AS taken', [email, exceptId])) as [{ taken: boolean }];
    return taken;
  }

  /** Nobody has ever had an account here. */
  async isEmpty(): Promise<boolean> {
    return !(await this.unitOfWork.manager.exists(User));
  }

  async add(user: Omit<User, 'version'>): Promise<void> {
    await this.unitOfWork.manager.insert(User, user);
  }

  save(user: User): Promise<User> {
    return this.unitOfWork.manager.save(User, user);
  }

  private async within(viewer: Viewer): Promise<SelectQueryBuilder<User>> {
    const rows = this.unitOfWork.manager.createQueryBuilder(User, 'u').where('TRUE');
    if (viewer.reach === 'all') {
      return rows;
    }
    const whole = await this.centres.wholeWithin(viewer.centreIds);
    return rows.andWhere(
      new Brackets((either) =>
        either
          .where(`u.reach IN ('caseload', 'centre') AND u.centre_id = ANY(:centreIds)`, { centreIds: [...viewer.centreIds] })
          .orWhere(`u.reach = 'organisation' AND u.organisation_id = ANY(:organisationIds)`, { organisationIds: whole.organisationIds })
          .orWhere(`u.reach = 'country' AND :reach <> 'organisation' AND u.country = ANY(:countries)`, { reach: viewer.reach, countries: whole.countries }),
      ),
    );
  }
}
