import { ApiProperty } from '@nestjs/swagger';
import { PageOf } from '@sampan/kernel';
import { IsString, MaxLength } from 'class-validator';

export class FindByReferenceDto {
  @ApiProperty({ example: '4073-1529-4', description: 'The person’s whole reference, in any script, with or without hyphens.' })
  @IsString()
  @MaxLength(30)
  readonly wholeReference: string;
}

export class PersonByReferenceDto {
  @ApiProperty({ format: 'uuid' })
  readonly personId: string;

  @ApiProperty({ example: '4073-1529-4' })
  readonly reference: string;
}

export class OpeningDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'date-time' })
  readonly at: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null: the product itself.' })
  readonly userName: string | null;

  @ApiProperty({ type: [String], example: ['social-worker'] })
  readonly roles: readonly string[];

  @ApiProperty({ example: 'note.sensitive-opened' })
  readonly action: string;

  @ApiProperty({ example: 'note' })
  readonly subjectType: string;

  @ApiProperty({ type: String, nullable: true, description: 'Where a reason was asked for.' })
  readonly reason: string | null;

  @ApiProperty({ description: 'Whether they saw the person only by a break-glass.' })
  readonly byBreakGlass: boolean;
}

export class OpeningPage extends PageOf(OpeningDto) {}
