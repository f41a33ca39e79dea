import { Injectable } from '@nestjs/common';
import { newId, UnitOfWork } from '@sampan/kernel';
import { AdminArea } from './admin-areas/admin-area.entity';
import { ADMIN_AREAS } from './admin-areas/admin-areas.data';
import { COUNTRIES } from './countries/countries.data';
import { Country } from './countries/country.entity';
import { HOLIDAYS } from './holidays/holidays.data';
import { HolidaysRepository } from './holidays/holidays.repository';

const LOAD_LOCK = 7_266_227;

/** Countries, provinces and public holidays that every node starts with. What an operator has edited stays as edited. */
@Injectable()
export class ReferenceData {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly holidays: HolidaysRepository,
  ) {}

  load(): Promise<void> {
    return this.unitOfWork.run(async () => {
      await this.unitOfWork.manager.createQueryBuilder().insert().into(Country).values([...COUNTRIES]).orIgnore().execute();
      await this.unitOfWork.manager.createQueryBuilder().insert().into(AdminArea).values([...ADMIN_AREAS]).orIgnore().execute();
      await this.loadHolidays();
    });
  }

  /** A country's year is brought once: a day that was moved or taken out since does not come back. */
  private async loadHolidays(): Promise<void> {
    // Two processes that start at once would both find nothing.
    await this.unitOfWork.manager.query('SELECT pg_advisory_xact_lock($1)', [LOAD_LOCK]);
    const known = await this.holidays.knownYears();
    const missing = HOLIDAYS.filter(({ country, day }) => !known.has(`${country} ${Number(day.slice(0, 4))}`));
    if (missing.length > 0) {
      await this.holidays.add(missing.map((holiday) => ({ ...holiday, id: newId(), centreId: null, removed: false, names: { ...holiday.names } })));
    }
  }
}
