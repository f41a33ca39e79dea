import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { NOTE_LEVELS, NOTE_SECTIONS, type NoteLevel, type NoteSection } from './note.rules';

const LONGEST_NOTE = 20_000;
const LONGEST_REASON = 500;

export class WriteNoteDto {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Minted by the client with the draft, so that the same note sent twice is one.',
  })
  @IsOptional()
  @IsUUID()
  readonly id?: string;

  @ApiProperty({ enum: NOTE_LEVELS, example: 'ordinary' })
  @IsIn(NOTE_LEVELS)
  readonly level: NoteLevel;

  @ApiPropertyOptional({
    enum: NOTE_SECTIONS,
    nullable: true,
    example: null,
    description: 'Of a level-3 note, and only of that.',
  })
  @IsOptional()
  @IsIn(NOTE_SECTIONS)
  readonly section?: NoteSection | null;

  @ApiProperty({ example: 'Spoke with her sister, who is glad to help.' })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_NOTE)
  readonly text: string;

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    nullable: true,
    example: null,
    description: 'The note that this one corrects.',
  })
  @IsOptional()
  @IsUUID()
  readonly correctsNoteId?: string | null;
}

export class OpenNoteDto {
  @ApiProperty({ example: 'Preparing the talk with her lawyer.', description: 'Audited, and shown to the supervisor.' })
  @IsString()
  @MaxLength(LONGEST_REASON)
  readonly reason: string;
}

export class OpenedNoteDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'What she told about the journey.' })
  readonly text: string;
}

export class NoteDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ enum: NOTE_LEVELS })
  readonly level: NoteLevel;

  @ApiProperty({ enum: NOTE_SECTIONS, nullable: true })
  readonly section: NoteSection | null;

  @ApiProperty({ type: String, nullable: true, description: 'Null in a level-3 note: open it with a reason.' })
  readonly text: string | null;

  @ApiProperty({ format: 'uuid' })
  readonly authorId: string;

  @ApiProperty({ type: String, nullable: true })
  readonly authorName: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly writtenAt: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly correctsNoteId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The newer entry that corrects this one.' })
  readonly correctedByNoteId: string | null;
}
