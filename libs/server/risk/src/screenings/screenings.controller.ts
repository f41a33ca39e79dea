import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { RecordScreeningDto, ScreeningDto } from './screening.dto';
import { ScreeningsService } from './screenings.service';

@ApiTags('risk')
@Controller('people/:personId/screenings')
export class ScreeningsController {
  constructor(private readonly screenings: ScreeningsService) {}

  @Post()
  @Requires('screening.record')
  @ApiOperation({ summary: 'Record a filled instrument; needs consent to risk screening' })
  @ApiCreatedResponse({ type: ScreeningDto })
  record(
    @CurrentViewer() viewer: Viewer,
    @Param('personId', ParseUUIDPipe) personId: string,
    @Body() screening: RecordScreeningDto,
  ): Promise<ScreeningDto> {
    return this.screenings.record(viewer, personId, screening);
  }

  @Get()
  @Requires('screening.read')
  @ApiOperation({ summary: "A person's screenings, newest first; the reading is audited" })
  @ApiOkResponse({ type: [ScreeningDto] })
  list(@CurrentViewer() viewer: Viewer, @Param('personId', ParseUUIDPipe) personId: string): Promise<ScreeningDto[]> {
    return this.screenings.list(viewer, personId);
  }
}
