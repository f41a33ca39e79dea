import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';

/** A name in the languages of the product, English at least. */
export class NamesInLanguagesDto {
  @ApiProperty({ example: 'Peace Day' })
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  readonly en: string;

  @ApiPropertyOptional({ example: 'ទិវាសន្តិភាពនៅកម្ពុជា' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly km?: string;

  @ApiPropertyOptional({ example: 'วันสันติภาพ' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly th?: string;

  @ApiPropertyOptional({ example: '和平日' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly zh?: string;

  @ApiPropertyOptional({ example: 'Hari Perdamaian' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly id?: string;
}

/** Names in other languages beside the one on the sign; none is required. */
export class OtherNamesDto {
  @ApiPropertyOptional({ example: 'Example Centre' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly en?: string;

  @ApiPropertyOptional({ example: 'មជ្ឈមណ្ឌលឧទាហរណ៍' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly km?: string;

  @ApiPropertyOptional({ example: 'ศูนย์ตัวอย่าง' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly th?: string;

  @ApiPropertyOptional({ example: '示例中心' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly zh?: string;

  @ApiPropertyOptional({ example: 'Pusat Contoh' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly id?: string;
}

/** Only what was filled in: an empty field is no name. */
export const filledIn = (names: object | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries((names ?? {}) as Record<string, string | undefined>).flatMap(([language, name]) => (name?.trim() ? [[language, name.trim()]] : [])));
