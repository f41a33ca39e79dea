import { Injectable } from '@nestjs/common';
import { notAllowed, notFound, type Viewer } from '@sampan/kernel';
import { CentresRepository } from '../centres/centres.repository';
import { Countries } from './countries';

/** Which countries somebody looks after: all of them, or those of their centres. */
@Injectable()
export class CountriesOfNode {
  constructor(
    private readonly countries: Countries,
    private readonly centres: CentresRepository,
  ) {}

  /** @throws COUNTRY_NOT_FOUND, COUNTRY_OUT_OF_REACH */
  async mustBeWithin(viewer: Viewer, country: string): Promise<void> {
    if (!(await this.countries.find(country))) {
      throw notFound('COUNTRY_NOT_FOUND', 'The country');
    }
    if (viewer.reach !== 'all' && !(await this.centres.list(viewer)).some((centre) => centre.country === country)) {
      throw notAllowed('COUNTRY_OUT_OF_REACH', 'None of your centres stands in this country.');
    }
  }
}
