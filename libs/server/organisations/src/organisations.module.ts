import { Module } from '@nestjs/common';
import type { EntityClass } from '@sampan/kernel';
import { AdminArea } from './admin-areas/admin-area.entity';
import { AdminAreas } from './admin-areas/admin-areas';
import { Centre } from './centres/centre.entity';
import { Centres } from './centres/centres';
import { CentresController } from './centres/centres.controller';
import { CentresRepository } from './centres/centres.repository';
import { Countries } from './countries/countries';
import { CountriesController } from './countries/countries.controller';
import { Country } from './countries/country.entity';
import { Organisation } from './organisations/organisation.entity';
import { ReferenceData } from './reference-data';

@Module({
  controllers: [CentresController, CountriesController],
  providers: [Centres, CentresRepository, Countries, AdminAreas, ReferenceData],
  exports: [Centres, Countries, AdminAreas, ReferenceData],
})
export class OrganisationsModule {
  static readonly entities: readonly EntityClass[] = [Country, AdminArea, Organisation, Centre];
}
