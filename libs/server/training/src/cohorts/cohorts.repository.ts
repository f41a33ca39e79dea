import { Injectable } from '@nestjs/common';
import { decodeCursor, toPage, UnitOfWork, type Page, type Viewer } from '@sampan/kernel';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import { Cohort } from './cohort.entity';
import { toCohortDto, type CohortDto, type CohortQuery } from './cohort.dto';

const PAGE_SIZE = 25;

/** A cohort as it is read: with its programme, which its page and its certificates name. */
export type CohortWithProgramme = Cohort & Required<Pick<Cohort, 'programme' | 'programmeVersion'>>;

@Injectable()
export class CohortsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find(viewer: Viewer, id: string): Promise<CohortWithProgramme | null> {
    return this.within(viewer).andWhere('cohort.id = :id', { id }).getOne() as Promise<CohortWithProgramme | null>;
  }

  findToChange(viewer: Viewer, id: string): Promise<CohortWithProgramme | null> {
    return this.within(viewer)
      .andWhere('cohort.id = :id', { id })
      .setLock('pessimistic_write', undefined, ['cohort'])
      .getOne() as Promise<CohortWithProgramme | null>;
  }

  /** Latest start first. */
  async list(viewer: Viewer, { cursor, limit = PAGE_SIZE, state, programmeId, centreId }: CohortQuery): Promise<Page<CohortDto>> {
    const position = decodeCursor(cursor, 'day', 'id');
    const back = position?.direction === 'previous';
    const query = this.within(viewer)
      .orderBy('cohort.startsOn', back ? 'ASC' : 'DESC')
      .addOrderBy('cohort.id', back ? 'ASC' : 'DESC')
      .limit(limit + 1);
    if (state) {
      query.andWhere('cohort.state = :state', { state });
    }
    if (programmeId) {
      query.andWhere('cohort.programmeId = :programmeId', { programmeId });
    }
    if (centreId) {
      query.andWhere('cohort.centreId = :centreId', { centreId });
    }
    if (position) {
      const [startsOn, id] = position.key;
      query.andWhere(
        new Brackets((where) =>
          where
            .where(`cohort.startsOn ${back ? '>' : '<'} :startsOn`, { startsOn })
            .orWhere(`cohort.startsOn = :startsOn AND cohort.id ${back ? '>' : '<'} :lastId`, { lastId: id }),
        ),
      );
    }
    return toPage(await query.getMany(), limit, position, (row) => [row.startsOn, row.id], toCohortDto);
  }

  isCodeTaken(centreId: string, code: string): Promise<boolean> {
    return this.unitOfWork.manager.existsBy(Cohort, { centreId, code });
  }

  async add(cohort: Omit<Cohort, 'version' | 'taken' | 'centre' | 'programme' | 'programmeVersion'>): Promise<void> {
    await this.unitOfWork.manager.insert(Cohort, cohort);
  }

  async change(id: string, change: Partial<Pick<Cohort, 'code' | 'state' | 'places' | 'startsOn' | 'plannedEndOn' | 'enrolmentClosesOn'>>): Promise<void> {
    await this.unitOfWork.manager.update(Cohort, { id }, change);
  }

  /** False when there is no free place. The row stays locked until the end of the transaction: the next one waits and then counts. */
  async takePlace(id: string): Promise<boolean> {
    const [rows] = (await this.unitOfWork.manager.query(
      'UPDATE cohort SET taken = taken + 1 WHERE id = $1 AND taken < places RETURNING taken',
      [id],
    )) as [{ taken: number }[], number];
    return rows.length > 0;
  }

  async freePlace(id: string): Promise<void> {
    await this.unitOfWork.manager.query('UPDATE cohort SET taken = taken - 1 WHERE id = $1 AND taken > 0', [id]);
  }

  private within(viewer: Viewer): SelectQueryBuilder<Cohort> {
    return this.unitOfWork.manager
      .createQueryBuilder(Cohort, 'cohort')
      .innerJoinAndSelect('cohort.programme', 'programme')
      .innerJoinAndSelect('cohort.programmeVersion', 'programmeVersion')
      .where('cohort.centreId = ANY(:centreIds)', { centreIds: [...viewer.centreIds] });
  }
}
