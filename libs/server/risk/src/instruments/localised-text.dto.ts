import { ApiProperty } from '@nestjs/swagger';
import type { LocalisedText } from './localised-text';

export class LocalisedTextDto implements LocalisedText {
  @ApiProperty({ example: 'Has such an offer now' })
  readonly en: string;

  @ApiProperty({ example: 'ឥឡូវនេះមានការផ្តល់ការងារបែបនេះ' })
  readonly km: string;

  @ApiProperty({ example: 'ขณะนี้มีข้อเสนองานลักษณะนี้' })
  readonly th: string;

  @ApiProperty({ example: '目前手上有这样的工作邀约' })
  readonly zh: string;

  @ApiProperty({ example: 'Saat ini memegang tawaran seperti itu' })
  readonly id: string;
}
