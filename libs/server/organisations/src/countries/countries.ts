import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sampan/kernel';
import { Country } from './country.entity';

export interface CountryView {
  readonly code: string;
  readonly names: Readonly<Record<string, string>>;
  readonly timeZone: string;
  readonly currency: string;
  readonly callingCode: string;
  readonly ageOfMajority: number;
}

@Injectable()
export class Countries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list(): Promise<CountryView[]> {
    return this.unitOfWork.manager.find(Country, { order: { code: 'ASC' } });
  }

  find(code: string): Promise<CountryView | null> {
    return this.unitOfWork.manager.findOneBy(Country, { code });
  }
}
