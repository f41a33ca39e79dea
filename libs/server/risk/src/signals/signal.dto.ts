import { ApiProperty } from '@nestjs/swagger';
import { LocalisedTextDto } from '../instruments/localised-text.dto';

export class SignalDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'missed-sessions' })
  readonly kind: string;

  @ApiProperty({ type: LocalisedTextDto })
  readonly text: LocalisedTextDto;

  @ApiProperty({ format: 'date', example: '2026-06-10' })
  readonly happenedOn: string;

  @ApiProperty({ format: 'date', example: '2026-07-10' })
  readonly expiresOn: string;

  @ApiProperty({
    example: true,
    description: 'False when it ran out, or when a newer one about the same thing has taken its place.',
  })
  readonly counts: boolean;

  @ApiProperty({ example: 'session', description: 'session, enrolment, placement, follow-up or labour-concern' })
  readonly sourceType: string;

  @ApiProperty({ format: 'uuid' })
  readonly sourceId: string;
}
