import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@sampan/kernel';
import { AdminArea } from './admin-area.entity';

export interface AdminAreaView {
  readonly code: string;
  readonly country: string;
  readonly names: Readonly<Record<string, string>>;
}

@Injectable()
export class AdminAreas {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The provinces of a country that exist today, by code. */
  provinces(country: string): Promise<AdminAreaView[]> {
    return this.unitOfWork.manager
      .createQueryBuilder(AdminArea, 'area')
      .where('area.country = :country AND area.level = 1 AND area.valid_to IS NULL', { country })
      .orderBy('area.code')
      .getMany();
  }

  isIn(country: string, code: string): Promise<boolean> {
    return this.unitOfWork.manager.existsBy(AdminArea, { country, code });
  }

  exists(code: string): Promise<boolean> {
    return this.unitOfWork.manager.existsBy(AdminArea, { code });
  }
}
