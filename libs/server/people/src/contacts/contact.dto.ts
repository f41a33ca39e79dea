import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength, Min, MinLength } from 'class-validator';
import type { Contact } from './contact.entity';
import { CONTACT_KINDS, CONTACT_OWNERS, type ContactKind, type ContactOwner } from './contact.rules';

class SafeContactDto {
  @ApiPropertyOptional({ enum: CONTACT_OWNERS, example: 'self' })
  @IsOptional()
  @IsIn(CONTACT_OWNERS)
  readonly whose?: ContactOwner;

  @ApiPropertyOptional({ type: Boolean, nullable: true, example: true, description: 'Null: not asked. Such a contact is never used automatically.' })
  @IsOptional()
  @IsBoolean()
  readonly safeToCall?: boolean | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 200, example: 'After 18:00' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly safeWhen?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 200, example: 'Only herself' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly whoMayAnswer?: string | null;
}

export class NewContactDto extends SafeContactDto {
  @ApiPropertyOptional({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a04', description: 'Made by the client: the same request repeated is one contact.' })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ enum: CONTACT_KINDS, example: 'phone' })
  @IsIn(CONTACT_KINDS)
  readonly kind: ContactKind;

  @ApiProperty({ example: '+855 12 000 001', maxLength: 100, description: 'A phone number as people write it, or a handle.' })
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  readonly value: string;
}

export class ChangeContactDto extends SafeContactDto {
  @ApiProperty({ example: 1, description: 'The version that was changed.' })
  @IsInt()
  @Min(1)
  readonly version: number;
}

export class ContactDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: CONTACT_KINDS })
  readonly kind: ContactKind;

  @ApiProperty({ example: '+85512000001' })
  readonly value: string;

  @ApiProperty({ enum: CONTACT_OWNERS })
  readonly whose: ContactOwner;

  @ApiProperty({ type: Boolean, nullable: true, example: true })
  readonly safeToCall: boolean | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  readonly safeWhen: string | null;

  @ApiProperty({ type: String, nullable: true, example: null })
  readonly whoMayAnswer: string | null;

  @ApiProperty({ example: 1 })
  readonly version: number;
}

export const toContactDto = ({ id, kind, value, whose, safeToCall, safeWhen, whoMayAnswer, version }: Contact): ContactDto => ({
  id, kind, value, whose, safeToCall, safeWhen, whoMayAnswer, version,
});
