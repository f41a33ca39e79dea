import { ApiProperty } from '@nestjs/swagger';
import { RATINGS, type Direction, type InstrumentStatus, type Rating } from './instrument.rules';
import { LocalisedTextDto } from './localised-text.dto';

export class InstrumentSummaryDto {
  @ApiProperty({ example: 'online-scam-exposure-1' })
  readonly id: string;

  @ApiProperty({ example: 'online-scam-exposure' })
  readonly code: string;

  @ApiProperty({ example: 1 })
  readonly version: number;

  @ApiProperty({ enum: ['draft', 'published', 'retired'], example: 'published' })
  readonly status: InstrumentStatus;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2026-01-05' })
  readonly publishedOn: string | null;

  @ApiProperty({ type: LocalisedTextDto })
  readonly title: LocalisedTextDto;
}

export class InstrumentSectionDto {
  @ApiProperty({ example: 'offer' })
  readonly code: string;

  @ApiProperty({ type: LocalisedTextDto })
  readonly text: LocalisedTextDto;

  @ApiProperty({ type: LocalisedTextDto })
  readonly help: LocalisedTextDto;
}

export class ScaleStepDto {
  @ApiProperty({ enum: RATINGS, example: 'present' })
  readonly rating: Rating;

  @ApiProperty({ type: LocalisedTextDto })
  readonly text: LocalisedTextDto;
}

export class InstrumentItemDto {
  @ApiProperty({ example: 'offer-in-hand' })
  readonly code: string;

  @ApiProperty({ example: 'exposure' })
  readonly section: string;

  @ApiProperty({ enum: ['risk', 'protective'], example: 'risk' })
  readonly direction: Direction;

  @ApiProperty({ type: [String], example: ['unodc-2023'], description: 'Keys of the sources of the item.' })
  readonly sources: readonly string[];

  @ApiProperty({
    type: Number,
    nullable: true,
    example: 180,
    description: 'Days after which a rating is unknown again.',
  })
  readonly validDays: number | null;

  @ApiProperty({ type: LocalisedTextDto })
  readonly text: LocalisedTextDto;
}

export class InstrumentSourceDto {
  @ApiProperty({ example: 'unodc-2023' })
  readonly key: string;

  @ApiProperty({ example: 'UNODC' })
  readonly publisher: string;

  @ApiProperty({ example: 'Key indicators of trafficking in persons for forced criminality' })
  readonly title: string;

  @ApiProperty({ example: '2023' })
  readonly year: string;
}

export class InstrumentDto extends InstrumentSummaryDto {
  @ApiProperty({ type: LocalisedTextDto })
  readonly introduction: LocalisedTextDto;

  @ApiProperty({ type: [ScaleStepDto] })
  readonly scale: readonly ScaleStepDto[];

  @ApiProperty({ type: [InstrumentSectionDto], description: 'In the order of asking: the offer first.' })
  readonly sections: readonly InstrumentSectionDto[];

  @ApiProperty({ type: [InstrumentItemDto] })
  readonly items: readonly InstrumentItemDto[];

  @ApiProperty({ type: [InstrumentSourceDto] })
  readonly sources: readonly InstrumentSourceDto[];
}
