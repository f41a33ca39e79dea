import { Module } from '@nestjs/common';
import type { EntityClass } from '@sampan/kernel';
import { AdminArea } from './admin-areas/admin-area.entity';
import { AdminAreas } from './admin-areas/admin-areas';
import { AreaImport } from './admin-areas/area-import';
import { AdminAreasController } from './admin-areas/areas.controller';
import { AreasRepository } from './admin-areas/areas.repository';
import { CentreFiles } from './centres/centre-files';
import { Centre } from './centres/centre.entity';
import { Centres } from './centres/centres';
import { CentresController } from './centres/centres.controller';
import { CentresRepository } from './centres/centres.repository';
import { Countries } from './countries/countries';
import { CountriesOfNode } from './countries/countries-of-node';
import { ClassificationsController } from './classifications/classifications.controller';
import { CountriesController } from './countries/countries.controller';
import { Country } from './countries/country.entity';
import { HolidayImport } from './holidays/holiday-import';
import { Holiday } from './holidays/holiday.entity';
import { Holidays } from './holidays/holidays';
import { HolidaysController } from './holidays/holidays.controller';
import { HolidaysRepository } from './holidays/holidays.repository';
import { Organisation } from './organisations/organisation.entity';
import { Organisations } from './organisations/organisations';
import { OrganisationsController } from './organisations/organisations.controller';
import { OrganisationsRepository } from './organisations/organisations.repository';
import { ReferenceData } from './reference-data';

@Module({
  controllers: [CentresController, ClassificationsController, CountriesController, OrganisationsController, HolidaysController, AdminAreasController],
  providers: [
    Centres, CentreFiles, CentresRepository, Countries, CountriesOfNode, AdminAreas, AreaImport, AreasRepository, Organisations, OrganisationsRepository,
    Holidays, HolidayImport, HolidaysRepository, ReferenceData,
  ],
  exports: [Centres, CentreFiles, Countries, AdminAreas, AreaImport, Organisations, Holidays, ReferenceData],
})
export class OrganisationsModule {
  static readonly entities: readonly EntityClass[] = [Country, AdminArea, Organisation, Centre, Holiday];
}
