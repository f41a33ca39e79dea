import { Injectable } from '@nestjs/common';
import { decodeCursor, notFound, toPage, UnitOfWork, type Page, type Viewer } from '@sampan/kernel';
import { People } from '@sampan/people';
import { Audit } from '@sampan/platform';
import type { Tier } from '../score-cards/tier.rules';
import { ScoresRepository } from '../scores/scores.repository';
import { FlagDecisions } from './flag-decisions.service';
import type { FlagDto, FlagQuery, FlagSummaryDto, ReviewFlagDto } from './flag.dto';
import type { Flag } from './flag.entity';
import { UNDECIDED_STATES, type FlagState } from './flag.rules';
import { FlagPresenter, type FlagFile } from './flag-presenter';
import { FlagsRepository } from './flags.repository';

const USUAL_PAGE = 25;

/** A flag that waits for somebody, as another room may show it on a day's list. */
export interface OpenFlag {
  readonly flagId: string;
  readonly personId: string;
  readonly tier: Tier;
  readonly state: FlagState;
  readonly respondBy: string;
}

/** The queue of flags, and one flag with its reasons. */
@Injectable()
export class Flags {
  constructor(
    private readonly flags: FlagsRepository,
    private readonly scores: ScoresRepository,
    private readonly decisions: FlagDecisions,
    private readonly presenter: FlagPresenter,
    private readonly people: People,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async list(
    viewer: Viewer,
    { cursor, limit = USUAL_PAGE, state = UNDECIDED_STATES, tier, personId }: FlagQuery,
  ): Promise<Page<FlagSummaryDto>> {
    const position = decodeCursor(cursor, 'day', 'id');
    const records = personId ? { records: await this.people.recordsOf(personId) } : {};
    const filter = { states: state, ...(tier ? { tier } : {}), ...records };
    const flags = await this.flags.list(viewer, filter, position, limit);
    const page = toPage(
      flags,
      limit,
      position,
      ({ respondBy, id }) => [respondBy, id],
      (flag) => flag,
    );
    const files = await this.filesOf(viewer, page.items);
    return { ...page, items: await Promise.all(files.map((file) => this.presenter.summary(viewer, file))) };
  }

  get(viewer: Viewer, flagId: string): Promise<FlagDto> {
    return this.unitOfWork.run(async () => {
      const flag = await this.flags.find(viewer, flagId);
      const [file] = flag ? await this.filesOf(viewer, [flag]) : [];
      if (!flag || !file) {
        throw notFound('FLAG_NOT_FOUND', 'The flag');
      }
      const { personId, centreId } = flag;
      await this.audit.record(viewer, {
        action: 'flag.opened',
        subjectType: 'flag',
        subjectId: flagId,
        personId,
        centreId,
      });
      return this.presenter.whole(
        viewer,
        file,
        await this.scores.get(flag.sinceScoreId),
        await this.flags.listReviews(flagId),
      );
    });
  }

  review(
    viewer: Viewer,
    flagId: string,
    { action, version, reason = null, offerOfHelp = null, deferUntil = null, outcome = null }: ReviewFlagDto,
  ): Promise<FlagDto> {
    return this.unitOfWork.run(async () => {
      await this.decisions.review(viewer, flagId, { action, version, reason, offerOfHelp, deferUntil, outcome });
      return this.get(viewer, flagId);
    });
  }

  /** Flags that wait for an answer, of these people, within the viewer's reach. */
  async openFor(viewer: Viewer, personIds: readonly string[]): Promise<OpenFlag[]> {
    const flags = await this.flags.listUndecided(viewer, personIds);
    return flags.map(({ id, personId, tier, state, respondBy }) => ({ flagId: id, personId, tier, state, respondBy }));
  }

  private async filesOf(viewer: Viewer, flags: readonly Flag[]): Promise<FlagFile[]> {
    const people = await this.people.summaries(
      viewer,
      flags.map(({ personId }) => personId),
    );
    const scores = await this.scores.byId(flags.map(({ scoreId }) => scoreId));
    return flags.flatMap((flag) => {
      const [person, score] = [people.get(flag.personId), scores.get(flag.scoreId)];
      return person && score ? [{ flag, person, score }] : [];
    });
  }
}
