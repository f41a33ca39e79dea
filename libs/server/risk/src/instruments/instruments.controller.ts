import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '@sampan/kernel';
import { InstrumentDto, InstrumentSummaryDto } from './instrument.dto';
import { InstrumentsService } from './instruments.service';

@ApiTags('risk')
@Controller('instruments')
export class InstrumentsController {
  constructor(private readonly instruments: InstrumentsService) {}

  @Get()
  @Requires('instrument.read')
  @ApiOperation({ summary: 'Every version of every screening instrument' })
  @ApiOkResponse({ type: [InstrumentSummaryDto] })
  list(): InstrumentSummaryDto[] {
    return this.instruments.list();
  }

  @Get(':instrumentId')
  @Requires('instrument.read')
  @ApiOperation({ summary: 'One version with its items, scale and sources, in five languages' })
  @ApiOkResponse({ type: InstrumentDto })
  get(@Param('instrumentId') instrumentId: string): InstrumentDto {
    return this.instruments.get(instrumentId);
  }
}
