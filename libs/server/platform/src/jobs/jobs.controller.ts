import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { JobDto, toJobDto } from './job.dto';
import { Jobs } from './jobs';

@ApiTags('platform')
@Controller('jobs')
export class JobsController {
  constructor(private readonly jobs: Jobs) {}

  @Get()
  @Requires('job.read')
  @ApiOperation({ summary: 'Long work that I have asked for, newest first' })
  @ApiOkResponse({ type: [JobDto] })
  async list(@CurrentViewer() viewer: Viewer): Promise<JobDto[]> {
    return (await this.jobs.list(viewer)).map(toJobDto);
  }

  @Get(':jobId')
  @Requires('job.read')
  @ApiOperation({ summary: 'How far a piece of long work is' })
  @ApiOkResponse({ type: JobDto })
  async one(@CurrentViewer() viewer: Viewer, @Param('jobId', ParseUUIDPipe) jobId: string): Promise<JobDto> {
    return toJobDto(await this.jobs.get(viewer, jobId));
  }
}
