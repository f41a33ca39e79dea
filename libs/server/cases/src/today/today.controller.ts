import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { TodayDto } from './today.dto';
import { Today } from './today.service';

@ApiTags('cases')
@Controller('today')
export class TodayController {
  constructor(private readonly today: Today) {}

  @Get()
  @Requires('today.read')
  @ApiOperation({ summary: 'Whom I should call first today, and why' })
  @ApiOkResponse({ type: TodayDto })
  get(@CurrentViewer() viewer: Viewer): Promise<TodayDto> {
    return this.today.get(viewer);
  }
}
