import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, FromReplica, Requires, type Viewer } from '@sampan/kernel';
import { CallSheetDto, RecordAttemptDto } from './call-sheet.dto';
import { FollowUpPage, FollowUpsQuery } from './follow-up.dto';
import { FollowUpsService } from './follow-ups.service';
import { RecordObservationDto } from './observation.dto';
import { ObservationsService } from './observations.service';

@ApiTags('placement')
@Controller()
export class FollowUpsController {
  constructor(
    private readonly followUps: FollowUpsService,
    private readonly observations: ObservationsService,
  ) {}

  @Get('follow-ups')
  @FromReplica()
  @Requires('follow-up.read')
  @ApiOperation({ summary: 'Checks that are due, the earliest first' })
  @ApiOkResponse({ type: FollowUpPage })
  list(@CurrentViewer() viewer: Viewer, @Query() query: FollowUpsQuery): Promise<FollowUpPage> {
    return this.followUps.list(viewer, query);
  }

  @Get('follow-ups/:followUpId')
  @Requires('follow-up.read')
  @ApiOperation({ summary: 'The call sheet: safe contacts, former attempts, and what may be asked' })
  @ApiOkResponse({ type: CallSheetDto })
  open(@CurrentViewer() viewer: Viewer, @Param('followUpId', ParseUUIDPipe) followUpId: string): Promise<CallSheetDto> {
    return this.followUps.open(viewer, followUpId);
  }

  @Post('follow-ups/:followUpId/attempts')
  @Requires('follow-up.record')
  @ApiOperation({ summary: 'Record a try to reach the person, who answered, and whether it was safe to talk' })
  @ApiCreatedResponse({ type: CallSheetDto })
  attempt(@CurrentViewer() viewer: Viewer, @Param('followUpId', ParseUUIDPipe) followUpId: string, @Body() attempt: RecordAttemptDto): Promise<CallSheetDto> {
    return this.followUps.attempt(viewer, followUpId, attempt);
  }

  @Post('follow-ups/:followUpId/observations')
  @Requires('follow-up.record')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Record what is true of the work on that day' })
  @ApiNoContentResponse()
  observe(@CurrentViewer() viewer: Viewer, @Param('followUpId', ParseUUIDPipe) followUpId: string, @Body() observation: RecordObservationDto): Promise<void> {
    return this.observations.onFollowUp(viewer, followUpId, observation);
  }

  @Post('placements/:placementId/observations')
  @Requires('follow-up.record')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Record what is true of the work, outside the checks' })
  @ApiNoContentResponse()
  observePlacement(@CurrentViewer() viewer: Viewer, @Param('placementId', ParseUUIDPipe) placementId: string, @Body() observation: RecordObservationDto): Promise<void> {
    return this.observations.onPlacement(viewer, placementId, observation);
  }
}
