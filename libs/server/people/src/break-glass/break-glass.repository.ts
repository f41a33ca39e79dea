import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Position, type Viewer } from '@sampan/kernel';
import type { SelectQueryBuilder } from 'typeorm';
import { Person } from '../persons/person.entity';
import { BreakGlass } from './break-glass.entity';

const MOST_OWN = 50;

@Injectable()
export class BreakGlassRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** By the whole reference, anybody's: whoever was merged into another record is the other one. */
  async findByReference(reference: string): Promise<Person | null> {
    const person = await this.unitOfWork.manager.findOneBy(Person, { reference });
    return person?.mergedIntoId ? this.unitOfWork.manager.findOneBy(Person, { id: person.mergedIntoId }) : person;
  }

  async add(access: BreakGlass): Promise<void> {
    await this.unitOfWork.manager.insert(BreakGlass, access);
  }

  findOwn(viewer: Viewer, id: string): Promise<BreakGlass | null> {
    return this.unitOfWork.manager.findOneBy(BreakGlass, { id, userId: viewer.userId });
  }

  listOwn(viewer: Viewer): Promise<BreakGlass[]> {
    return this.unitOfWork.manager.find(BreakGlass, { where: { userId: viewer.userId }, order: { askedAt: 'DESC', id: 'DESC' }, take: MOST_OWN });
  }

  /** Of people of the reviewer's centres; locked, so that of two reviews one is too late. */
  findForReview(viewer: Viewer, id: string): Promise<BreakGlass | null> {
    return this.within(viewer).andWhere('b.id = :id', { id }).setLock('pessimistic_write').getOne();
  }

  list(viewer: Viewer, onlyUnreviewed: boolean, position: Position | null, limit: number): Promise<BreakGlass[]> {
    const back = position?.direction === 'previous';
    const query = this.within(viewer)
      .orderBy('b.askedAt', back ? 'ASC' : 'DESC')
      .addOrderBy('b.id', back ? 'ASC' : 'DESC')
      .limit(limit);
    if (onlyUnreviewed) {
      query.andWhere('b.reviewedAt IS NULL');
    }
    if (position) {
      const [at, id] = position.key;
      query.andWhere(`(b.asked_at, b.id) ${back ? '>' : '<'} (:at::timestamptz, :lastId::uuid)`, { at, lastId: id });
    }
    return query.getMany();
  }

  async change(id: string, change: Partial<BreakGlass>): Promise<void> {
    await this.unitOfWork.manager.update(BreakGlass, { id }, change);
  }

  /** References for the lines of a list, by the person's id. */
  async referencesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = (await this.unitOfWork.manager.query('SELECT id, reference FROM person WHERE id = ANY($1)', [[...ids]])) as { id: string; reference: string }[];
    return new Map(rows.map(({ id, reference }) => [id, reference]));
  }

  /** By centre and never by caseload or exception: who reviews is who answers for the person's centre. */
  private within(viewer: Viewer): SelectQueryBuilder<BreakGlass> {
    return this.unitOfWork.manager.createQueryBuilder(BreakGlass, 'b').where('b.centreId = ANY(:centreIds)', { centreIds: [...viewer.centreIds] });
  }
}
