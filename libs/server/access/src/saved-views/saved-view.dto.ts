import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsObject, IsOptional, IsString, IsUUID, MaxLength, Min, MinLength } from 'class-validator';
import type { SavedView } from './saved-view.entity';
import { LIST_KEYS, type ListKey, type ViewState } from './saved-view.rules';

const LONGEST_NAME = 60;
const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class SavedViewsQuery {
  @ApiProperty({ enum: LIST_KEYS, example: 'people' })
  @IsIn(LIST_KEYS)
  readonly list: ListKey;
}

export class NewSavedViewDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Made by the client; the same one again is the same view.' })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ enum: LIST_KEYS, example: 'people' })
  @IsIn(LIST_KEYS)
  readonly list: ListKey;

  @ApiProperty({ example: 'In training', description: 'Shown to colleagues when shared: no names of people.' })
  @trimmed
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_NAME)
  readonly name: string;

  @ApiProperty({ type: Object, additionalProperties: true, example: { status: 'in-training' }, description: 'Codes of the known filters of the list.' })
  @IsObject()
  readonly state: ViewState;

  @ApiPropertyOptional({ format: 'uuid', type: String, nullable: true, description: 'The centre whose staff see it too.' })
  @IsOptional()
  @IsUUID()
  readonly centreId?: string | null;
}

export class ChangeSavedViewDto {
  @ApiPropertyOptional({ example: 'In training now' })
  @IsOptional()
  @trimmed
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_NAME)
  readonly name?: string;

  @ApiPropertyOptional({ format: 'uuid', type: String, nullable: true, description: 'Null: mine alone from now on.' })
  @IsOptional()
  @IsUUID()
  readonly centreId?: string | null;

  @ApiProperty({ example: 1, description: 'The version that the change was made on.' })
  @IsInt()
  @Min(1)
  readonly version: number;
}

export class SavedViewDto {
  @ApiProperty({ format: 'uuid', example: '0198c7a2-5d6a-7c3e-9a54-0d9b1c2f3a05' })
  readonly id: string;

  @ApiProperty({ enum: LIST_KEYS, example: 'people' })
  readonly list: ListKey;

  @ApiProperty({ example: 'In training' })
  readonly name: string;

  @ApiProperty({ type: Object, additionalProperties: true, example: { status: 'in-training' } })
  readonly state: ViewState;

  @ApiProperty({ format: 'uuid', type: String, nullable: true, example: null })
  readonly centreId: string | null;

  @ApiProperty({ example: true, description: 'Only its owner may change it.' })
  readonly mine: boolean;

  @ApiProperty({ example: 1 })
  readonly version: number;
}

export const toSavedViewDto = ({ id, list, name, state, centreId, ownerId, version }: SavedView, viewerId: string): SavedViewDto => ({
  id, list, name, state, centreId, mine: ownerId === viewerId, version,
});
