import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '@sampan/kernel';
import { AdminAreas } from '../admin-areas/admin-areas';
import { Countries } from './countries';
import { AdminAreaDto, CountryDto } from './country.dto';

@ApiTags('organisations')
@Controller('countries')
export class CountriesController {
  constructor(
    private readonly countries: Countries,
    private readonly adminAreas: AdminAreas,
  ) {}

  @Get()
  @Requires('reference.read')
  @ApiOperation({ summary: 'Countries with names in each language' })
  @ApiOkResponse({ type: [CountryDto] })
  list(): Promise<CountryDto[]> {
    return this.countries.list();
  }

  @Get(':country/provinces')
  @Requires('reference.read')
  @ApiOperation({ summary: 'The provinces of a country' })
  @ApiOkResponse({ type: [AdminAreaDto] })
  provinces(@Param('country') country: string): Promise<AdminAreaDto[]> {
    return this.adminAreas.provinces(country);
  }
}
