import { ApiProperty } from '@nestjs/swagger';

export class CountryDto {
  @ApiProperty({ example: 'KH' })
  readonly code: string;

  @ApiProperty({ type: Object, additionalProperties: { type: 'string' }, example: { en: 'Cambodia', km: 'កម្ពុជា' } })
  readonly names: Readonly<Record<string, string>>;

  @ApiProperty({ example: 'Asia/Phnom_Penh' })
  readonly timeZone: string;

  @ApiProperty({ example: 'KHR' })
  readonly currency: string;

  @ApiProperty({ example: '855' })
  readonly callingCode: string;
}

export class AdminAreaDto {
  @ApiProperty({ example: 'KH-1' })
  readonly code: string;

  @ApiProperty({ example: 'KH' })
  readonly country: string;

  @ApiProperty({ type: Object, additionalProperties: { type: 'string' }, example: { en: 'Banteay Meanchey', km: 'បន្ទាយមានជ័យ' } })
  readonly names: Readonly<Record<string, string>>;
}
