import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Viewer } from '@sampan/kernel';
import { limitToReach } from '@sampan/people';
import { IsNull } from 'typeorm';
import { Case } from '../cases/case.entity';
import { Note } from '../notes/note.entity';
import { NoteOpening } from '../notes/note-opening.entity';
import { OpeningReport } from './opening-report.entity';
import type { Week } from './report-week.rules';

const MOST_REPORTS = 60;
/** More openings than this in a week are no report but an alarm; the number itself says so. */
const MOST_LINES = 500;

export interface ReportLine {
  readonly id: string;
  readonly openedAt: Date;
  readonly openedBy: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly section: string | null;
  readonly reason: string;
}

/** The days of a week as moments at the centre. */
const WITHIN = `o.opened_at >= ($2::date)::timestamp AT TIME ZONE $4 AND o.opened_at < ($3::date + 1)::timestamp AT TIME ZONE $4`;

@Injectable()
export class OpeningReportsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async count(centreId: string, { from, to }: Week, zone: string): Promise<number> {
    const [{ openings }] = (await this.unitOfWork.manager.query(`SELECT count(*)::int AS openings FROM case_note_opening o WHERE o.centre_id = $1 AND ${WITHIN}`, [
      centreId, from, to, zone,
    ])) as [{ openings: number }];
    return openings;
  }

  /** False when this supervisor has the report of that week already. */
  async add(report: OpeningReport): Promise<boolean> {
    const { raw } = await this.unitOfWork.manager.createQueryBuilder().insert().into(OpeningReport).values(report).orIgnore().returning('id').execute();
    return (raw as unknown[]).length > 0;
  }

  listOwn(viewer: Viewer): Promise<OpeningReport[]> {
    return this.unitOfWork.manager.find(OpeningReport, { where: { supervisorId: viewer.userId }, order: { weekFrom: 'DESC', id: 'DESC' }, take: MOST_REPORTS });
  }

  findOwn(viewer: Viewer, id: string): Promise<OpeningReport | null> {
    return this.unitOfWork.manager.findOneBy(OpeningReport, { id, supervisorId: viewer.userId });
  }

  /** False when it was acknowledged before. */
  async acknowledge(id: string, at: Date): Promise<boolean> {
    const { affected } = await this.unitOfWork.manager.update(OpeningReport, { id, acknowledgedAt: IsNull() }, { acknowledgedAt: at });
    return affected === 1;
  }

  /** What the viewer may still see of it: somebody who has moved to another centre reads nothing of the former one. */
  lines(viewer: Viewer, { centreId, weekFrom, weekTo }: OpeningReport, zone: string): Promise<ReportLine[]> {
    const openings = this.unitOfWork.manager
      .createQueryBuilder(NoteOpening, 'o')
      .innerJoin(Case, 'c', 'c.id = o.caseId')
      .innerJoin(Note, 'n', 'n.id = o.noteId')
      .select(['o.id AS id', 'o.opened_at AS "openedAt"', 'o.opened_by AS "openedBy"', 'c.id AS "caseId"', 'c.number AS "caseNumber"', 'n.section AS section', 'o.reason AS reason'])
      .where('o.centreId = :centreId', { centreId })
      .andWhere('o.openedAt >= (:weekFrom::date)::timestamp AT TIME ZONE :zone AND o.openedAt < (:weekTo::date + 1)::timestamp AT TIME ZONE :zone', { weekFrom, weekTo, zone });
    limitToReach(openings, viewer, { centre: 'o.centreId', person: 'o.personId' });
    return openings.orderBy('o.openedAt', 'ASC').addOrderBy('o.id', 'ASC').limit(MOST_LINES).getRawMany<ReportLine>();
  }
}
