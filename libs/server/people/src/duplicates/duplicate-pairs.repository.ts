import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Position, type Viewer } from '@sampan/kernel';
import { DuplicatePair } from './duplicate-pair.entity';
import { inOrder } from './duplicate-pair.rules';

@Injectable()
export class DuplicatePairsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** A pair that was decided before stays decided: nobody is asked again. */
  async add(pair: DuplicatePair): Promise<void> {
    await this.unitOfWork.manager
      .createQueryBuilder()
      .insert()
      .into(DuplicatePair)
      .values({ ...pair, person: undefined, otherPerson: undefined })
      .orIgnore()
      .execute();
  }

  findPair(one: string, other: string): Promise<DuplicatePair | null> {
    const [personId, otherPersonId] = inOrder(one, other);
    return this.unitOfWork.manager.findOneBy(DuplicatePair, { personId, otherPersonId });
  }

  /** Both records must be within the steward's reach, or the pair would tell them of somebody they may not see. */
  findForChange(viewer: Viewer, id: string): Promise<DuplicatePair | null> {
    return this.within(viewer).andWhere('d.id = :id', { id }).setLock('pessimistic_write').getOne();
  }

  find(viewer: Viewer, id: string): Promise<DuplicatePair | null> {
    return this.within(viewer).andWhere('d.id = :id', { id }).getOne();
  }

  list(viewer: Viewer, state: DuplicatePair['state'], position: Position | null, limit: number): Promise<DuplicatePair[]> {
    const back = position?.direction === 'previous';
    const query = this.within(viewer)
      .andWhere('d.state = :state', { state })
      .orderBy('d.score', back ? 'ASC' : 'DESC')
      .addOrderBy('d.id', back ? 'DESC' : 'ASC')
      .limit(limit);
    if (position) {
      const [score, id] = position.key;
      const further = back ? ['>', '<'] : ['<', '>'];
      query.andWhere(`(d.score ${further[0]} :score OR (d.score = :score AND d.id ${further[1]} :id))`, { score, id });
    }
    return query.getMany();
  }

  /** Those with whom it has been settled that they are somebody else. */
  async knownToDiffer(personId: string): Promise<string[]> {
    const pairs = await this.unitOfWork.manager
      .createQueryBuilder(DuplicatePair, 'd')
      .where(`(d.personId = :personId OR d.otherPersonId = :personId) AND d.state = 'not-the-same'`, { personId })
      .getMany();
    return pairs.map((pair) => (pair.personId === personId ? pair.otherPersonId : pair.personId));
  }

  async change(id: string, change: Partial<Pick<DuplicatePair, 'state' | 'decidedBy' | 'decidedAt' | 'keptPersonId'>>): Promise<void> {
    await this.unitOfWork.manager.update(DuplicatePair, { id }, change);
  }

  async removeOf(personId: string): Promise<void> {
    await this.unitOfWork.manager.delete(DuplicatePair, [{ personId }, { otherPersonId: personId }]);
  }

  private within(viewer: Viewer) {
    return this.unitOfWork.manager
      .createQueryBuilder(DuplicatePair, 'd')
      .where('d.centreId = ANY(:centres) AND d.otherCentreId = ANY(:centres)', { centres: [...viewer.centreIds] });
  }
}
