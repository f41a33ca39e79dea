import { Injectable } from '@nestjs/common';
import { assertVersion, conflict, newId, notFound, ruleBroken, UnitOfWork, type Day, type Viewer } from '@sampan/kernel';
import { Audit } from '@sampan/platform';
import { Centres } from '../centres/centres';
import { CountriesOfNode } from '../countries/countries-of-node';
import type { ChangeHolidayDto, HolidaysQuery, NewHolidayDto } from './holiday.dto';
import type { Holiday } from './holiday.entity';
import { atCentre, whyNotWrite, type HolidayKind } from './holiday.rules';
import { HolidaysRepository } from './holidays.repository';

/** A day on which a centre rests, or works although others rest. */
export interface HolidayView {
  readonly day: Day;
  readonly kind: HolidayKind;
  readonly names: Readonly<Record<string, string>>;
  readonly provisional: boolean;
}

/** The days on which nobody comes: what a calendar of sessions has to know. */
@Injectable()
export class Holidays {
  constructor(
    private readonly holidays: HolidaysRepository,
    private readonly centres: Centres,
    private readonly countries: CountriesOfNode,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** What holds at a centre from one day to another, both included: the centre's own word beats its country's. One entry a day. */
  async between(centreId: string, from: Day, to: Day): Promise<HolidayView[]> {
    const days = await this.holidays.ofCentre(await this.centres.countryOf(centreId), centreId, from, to);
    return atCentre(days).map(({ day, kind, names, provisional }) => ({ day, kind, names, provisional }));
  }

  list(viewer: Viewer, { country, year }: HolidaysQuery): Promise<Holiday[]> {
    return this.holidays.list(viewer, country, `${year}-01-01`, `${year}-12-31`);
  }

  add(viewer: Viewer, { id = newId(), ...fields }: NewHolidayDto): Promise<Holiday> {
    return this.unitOfWork.run(async () => {
      const repeated = await this.holidays.find(viewer, id);
      if (repeated) {
        return repeated;
      }
      const centreId = fields.centreId ?? null;
      await this.mustBeAllowed(viewer, fields.country, centreId);
      await this.mustBeFree(fields.country, centreId, fields.day);
      const { country, day, kind, provisional = false, source = null } = fields;
      await this.holidays.add([{ id, country, centreId, day, kind, names: { ...fields.names }, provisional, source, removed: false }]);
      await this.record(viewer, 'holiday.added', { id, centreId });
      return this.get(viewer, id);
    });
  }

  change(viewer: Viewer, id: string, { version, ...change }: ChangeHolidayDto): Promise<Holiday> {
    return this.unitOfWork.run(async () => {
      const holiday = await this.getForChange(viewer, id);
      const wanted = { day: change.day, kind: change.kind, names: { ...change.names }, provisional: change.provisional ?? false, source: change.source ?? null };
      assertVersion(holiday, version, wanted);
      if (wanted.day !== holiday.day) {
        await this.mustBeFree(holiday.country, holiday.centreId, wanted.day);
      }
      const saved = await this.holidays.save(Object.assign(holiday, wanted));
      await this.record(viewer, 'holiday.changed', saved);
      return saved;
    });
  }

  remove(viewer: Viewer, id: string): Promise<void> {
    return this.unitOfWork.run(async () => {
      const holiday = await this.getForChange(viewer, id);
      await this.holidays.save(Object.assign(holiday, { removed: true }));
      await this.record(viewer, 'holiday.removed', holiday);
    });
  }

  /** @throws HOLIDAY_OF_COUNTRY, COUNTRY_NOT_FOUND, CENTRE_NOT_FOUND */
  async mustBeAllowed(viewer: Viewer, country: string, centreId: string | null): Promise<void> {
    const refusal = whyNotWrite(viewer, centreId);
    if (refusal) {
      throw refusal;
    }
    if (centreId === null) {
      await this.countries.mustBeWithin(viewer, country);
    } else if ((await this.centres.get(viewer, centreId)).country !== country) {
      throw ruleBroken('CENTRE_ELSEWHERE', 'This centre stands in another country.');
    }
  }

  private async mustBeFree(country: string, centreId: string | null, day: Day): Promise<void> {
    if (await this.holidays.findOn(country, centreId, day)) {
      throw conflict('HOLIDAY_EXISTS', 'There is already an entry for this day.');
    }
  }

  private async get(viewer: Viewer, id: string): Promise<Holiday> {
    return found(await this.holidays.find(viewer, id));
  }

  private async getForChange(viewer: Viewer, id: string): Promise<Holiday> {
    const holiday = found(await this.holidays.findForChange(viewer, id));
    const refusal = whyNotWrite(viewer, holiday.centreId);
    if (refusal) {
      throw refusal;
    }
    return holiday;
  }

  private record(viewer: Viewer, action: string, { id, centreId }: Pick<Holiday, 'id' | 'centreId'>): Promise<void> {
    return this.audit.record(viewer, { action, subjectType: 'holiday', subjectId: id, centreId });
  }
}

const found = (holiday: Holiday | null): Holiday => {
  if (!holiday) {
    throw notFound('HOLIDAY_NOT_FOUND', 'The day');
  }
  return holiday;
};
