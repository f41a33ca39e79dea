import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, OnlyReads, PageQuery, Requires, type Viewer } from '@sampan/kernel';
import { FindByReferenceDto, OpeningPage, PersonByReferenceDto } from './opening.dto';
import { Openings } from './openings.service';

@ApiTags('people')
@Controller('people')
export class OpeningsController {
  constructor(private readonly openings: Openings) {}

  @Post('openings/find')
  @OnlyReads()
  @Requires('person.who-opened')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Whose reference this is, for whoever answers for who looked at them' })
  @ApiOkResponse({ type: PersonByReferenceDto })
  find(@CurrentViewer() viewer: Viewer, @Body() { wholeReference }: FindByReferenceDto): Promise<PersonByReferenceDto> {
    return this.openings.find(viewer, wholeReference);
  }

  @Get(':personId/openings')
  @Requires('person.who-opened')
  @ApiOperation({ summary: 'Who opened or changed this person’s file, newest first; looking is written down too' })
  @ApiOkResponse({ type: OpeningPage })
  list(@CurrentViewer() viewer: Viewer, @Param('personId', ParseUUIDPipe) personId: string, @Query() { cursor, limit = 25 }: PageQuery): Promise<OpeningPage> {
    return this.openings.list(viewer, personId, { cursor, limit });
  }
}
