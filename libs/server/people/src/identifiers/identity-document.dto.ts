import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDay } from '@sampan/kernel';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength, MinLength } from 'class-validator';
import { DOCUMENT_STATUSES, DOCUMENT_TYPES, type DocumentStatus, type DocumentType } from './identity-document.rules';

export class NewDocumentDto {
  @ApiPropertyOptional({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a03', description: 'Made by the client: the same request repeated is one document.' })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ enum: DOCUMENT_TYPES, example: 'national-id' })
  @IsIn(DOCUMENT_TYPES)
  readonly type: DocumentType;

  @ApiProperty({ example: 'N 010 203 04', maxLength: 60 })
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  readonly number: string;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'KH', description: 'ISO 3166-1.' })
  @IsOptional()
  @Matches(/^[A-Z]{2,3}$/)
  readonly issuingCountry?: string | null;

  @ApiPropertyOptional({ enum: DOCUMENT_STATUSES, example: 'held' })
  @IsOptional()
  @IsIn(DOCUMENT_STATUSES)
  readonly status?: DocumentStatus;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true, example: '2030-01-31' })
  @IsOptional()
  @IsDay()
  readonly expiresOn?: string | null;
}

export class DocumentDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: DOCUMENT_TYPES })
  readonly type: DocumentType;

  @ApiProperty({ type: String, nullable: true, example: 'KH' })
  readonly issuingCountry: string | null;

  @ApiProperty({ enum: DOCUMENT_STATUSES })
  readonly status: DocumentStatus;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  readonly expiresOn: string | null;

  @ApiProperty({ type: String, nullable: true, example: null, description: 'Only for whoever may see document numbers; looking is written down.' })
  readonly number: string | null;
}
