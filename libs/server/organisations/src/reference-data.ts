import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sampan/kernel';
import { AdminArea } from './admin-areas/admin-area.entity';
import { ADMIN_AREAS } from './admin-areas/admin-areas.data';
import { COUNTRIES } from './countries/countries.data';
import { Country } from './countries/country.entity';

/** Countries and provinces that every node starts with. What an operator has edited stays as edited. */
@Injectable()
export class ReferenceData {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  load(): Promise<void> {
    return this.unitOfWork.run(async () => {
      await this.unitOfWork.manager.createQueryBuilder().insert().into(Country).values([...COUNTRIES]).orIgnore().execute();
      await this.unitOfWork.manager.createQueryBuilder().insert().into(AdminArea).values([...ADMIN_AREAS]).orIgnore().execute();
    });
  }
}
