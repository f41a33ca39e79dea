import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { SignalDto } from './signal.dto';
import { SignalsService } from './signals.service';

@ApiTags('risk')
@Controller('people/:personId/signals')
export class SignalsController {
  constructor(private readonly signals: SignalsService) {}

  @Get()
  @Requires('signal.read')
  @ApiOperation({ summary: 'Dated facts about a person from the rest of the product; the reading is audited' })
  @ApiOkResponse({ type: [SignalDto] })
  list(@CurrentViewer() viewer: Viewer, @Param('personId', ParseUUIDPipe) personId: string): Promise<SignalDto[]> {
    return this.signals.list(viewer, personId);
  }
}
