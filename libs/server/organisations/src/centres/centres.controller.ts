import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { CentreDto } from './centre.dto';
import { Centres } from './centres';

@ApiTags('organisations')
@Controller('centres')
export class CentresController {
  constructor(private readonly centres: Centres) {}

  @Get()
  @Requires('centre.read')
  @ApiOperation({ summary: 'The centres within my reach' })
  @ApiOkResponse({ type: [CentreDto] })
  list(@CurrentViewer() viewer: Viewer): Promise<CentreDto[]> {
    return this.centres.list(viewer);
  }
}
