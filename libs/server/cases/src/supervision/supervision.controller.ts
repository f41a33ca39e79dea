import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, FromReplica, Requires, type Viewer } from '@sampan/kernel';
import { SupervisionDto } from './supervision.dto';
import { Supervision } from './supervision.service';

@ApiTags('cases')
@Controller('supervision')
export class SupervisionController {
  constructor(private readonly supervision: Supervision) {}

  @Get()
  @FromReplica()
  @Requires('queue.read')
  @ApiOperation({ summary: 'What waits for the supervisor: approvals, unassigned, overdue, flags without contact' })
  @ApiOkResponse({ type: SupervisionDto })
  get(@CurrentViewer() viewer: Viewer): Promise<SupervisionDto> {
    return this.supervision.get(viewer);
  }
}
