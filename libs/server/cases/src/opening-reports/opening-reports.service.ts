import { Injectable } from '@nestjs/common';
import { Users } from '@sampan/access';
import { Clock, newId, notFound, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Audit, Notifications } from '@sampan/platform';
import type { OpeningReport } from './opening-report.entity';
import { OpeningReportsRepository } from './opening-reports.repository';
import { finishedWeeks, type Week } from './report-week.rules';

/** How many weeks back a report is made up for, when nothing ran for a while. */
const WEEKS_BACK = 4;

export interface ReportView {
  readonly id: string;
  readonly centreId: string;
  readonly centreName: string | null;
  readonly weekFrom: string;
  readonly weekTo: string;
  readonly openings: number;
  readonly acknowledgedAt: string | null;
}

export interface ReportLineView {
  readonly id: string;
  readonly openedAt: string;
  readonly openedByName: string | null;
  readonly openedByRoles: readonly string[];
  readonly caseId: string;
  readonly caseNumber: string;
  readonly section: string | null;
  readonly reason: string;
}

/** Once a week every supervisor is told how often level-3 notes of their centre were opened, by whom and why. */
@Injectable()
export class OpeningReports {
  constructor(
    private readonly reports: OpeningReportsRepository,
    private readonly centres: Centres,
    private readonly users: Users,
    private readonly notifications: Notifications,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Makes the reports of a centre that are missing; run again it makes none twice. A week without openings has none. */
  makeFor(centreId: string): Promise<number> {
    return this.unitOfWork.run(async () => {
      const zone = await this.centres.zoneOf(centreId);
      let made = 0;
      for (const week of finishedWeeks(await this.centres.todayAt(centreId), WEEKS_BACK)) {
        const openings = await this.reports.count(centreId, week, zone);
        made += openings === 0 ? 0 : await this.tell(centreId, week, openings);
      }
      return made;
    });
  }

  async list(viewer: Viewer): Promise<ReportView[]> {
    return this.views(viewer, await this.reports.listOwn(viewer));
  }

  /** The openings of the week, oldest first; reading them is written down. */
  open(viewer: Viewer, id: string): Promise<ReportView & { readonly lines: ReportLineView[] }> {
    return this.unitOfWork.run(async () => {
      const report = await this.get(viewer, id);
      const lines = await this.reports.lines(viewer, report, await this.centres.zoneOf(report.centreId));
      const users = await this.users.known(lines.map(({ openedBy }) => openedBy));
      await this.audit.record(viewer, { action: 'opening-report.opened', subjectType: 'opening-report', subjectId: id, centreId: report.centreId });
      const [view] = await this.views(viewer, [report]);
      return {
        ...view!,
        lines: lines.map(({ openedAt, openedBy, ...line }) => ({
          ...line, openedAt: openedAt.toISOString(), openedByName: users.get(openedBy)?.displayName ?? null, openedByRoles: users.get(openedBy)?.roles ?? [],
        })),
      };
    });
  }

  acknowledge(viewer: Viewer, id: string): Promise<void> {
    return this.unitOfWork.run(async () => {
      const report = await this.get(viewer, id);
      if (await this.reports.acknowledge(id, this.clock.now())) {
        await this.audit.record(viewer, { action: 'opening-report.acknowledged', subjectType: 'opening-report', subjectId: id, centreId: report.centreId });
      }
    });
  }

  private async tell(centreId: string, { from, to }: Week, openings: number): Promise<number> {
    let made = 0;
    for (const supervisorId of await this.users.whoMay('opening-report.read', centreId)) {
      const report = { id: newId(), centreId, supervisorId, weekFrom: from, weekTo: to, openings, madeAt: this.clock.now(), acknowledgedAt: null };
      if (await this.reports.add(report)) {
        await this.notifications.notify([supervisorId], { kind: 'opening-report.made', subjectType: 'opening-report', subjectId: report.id });
        made += 1;
      }
    }
    return made;
  }

  private async get(viewer: Viewer, id: string): Promise<OpeningReport> {
    const report = await this.reports.findOwn(viewer, id);
    if (!report) {
      throw notFound('OPENING_REPORT_NOT_FOUND', 'The report');
    }
    return report;
  }

  private async views(viewer: Viewer, reports: readonly OpeningReport[]): Promise<ReportView[]> {
    const centres = new Map((await this.centres.list(viewer)).map(({ id, name }) => [id, name]));
    return reports.map(({ id, centreId, weekFrom, weekTo, openings, acknowledgedAt }) => ({
      id, centreId, centreName: centres.get(centreId) ?? null, weekFrom, weekTo, openings, acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
    }));
  }
}
