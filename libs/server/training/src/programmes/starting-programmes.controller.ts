import { Body, Controller, Get, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { BeginWithSamplesDto, SampleDto } from './starting-programme.dto';
import { StartingProgrammes } from './starting-programmes';

@ApiTags('training')
@Controller('programme-samples')
export class StartingProgrammesController {
  constructor(private readonly samples: StartingProgrammes) {}

  @Get()
  @Requires('programme.begin')
  @ApiOperation({ summary: 'Sample programmes to begin with' })
  @ApiOkResponse({ type: [SampleDto] })
  list(): Promise<SampleDto[]> {
    return this.samples.offered();
  }

  @Post()
  @Requires('programme.begin')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Begin with samples: each becomes a draft that is adapted and approved; those taken already are passed over' })
  @ApiOkResponse({ type: [SampleDto] })
  begin(@CurrentViewer() viewer: Viewer, @Body() { codes }: BeginWithSamplesDto): Promise<SampleDto[]> {
    return this.samples.begin(viewer, codes);
  }
}
