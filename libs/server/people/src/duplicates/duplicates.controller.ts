import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, OnlyReads, Requires, type Viewer } from '@sampan/kernel';
import { CheckDuplicatesDto } from '../persons/person.dto';
import { JoinRecordsDto, MatchDto, PairDto, PairPage, PairQueryDto, toMatchDto, toPairDto } from './duplicate.dto';
import { Duplicates } from './duplicates.service';
import { Steward } from './steward.service';

@ApiTags('people')
@Controller()
export class DuplicatesController {
  constructor(
    private readonly duplicates: Duplicates,
    private readonly steward: Steward,
  ) {}

  @Post('people/duplicate-check')
  @OnlyReads()
  @Requires('person.register')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Who may be the same person, while typing: at most five, each with the reasons' })
  @ApiOkResponse({ type: [MatchDto] })
  async check(@CurrentViewer() viewer: Viewer, @Body() typed: CheckDuplicatesDto): Promise<MatchDto[]> {
    return (await this.duplicates.check(viewer, typed.centreId, typed)).map(toMatchDto);
  }

  @Get('duplicates')
  @Requires('duplicate.steward')
  @ApiOperation({ summary: 'Pairs of records that may be one person, likeliest first' })
  @ApiOkResponse({ type: PairPage })
  async queue(@CurrentViewer() viewer: Viewer, @Query() { state = 'to-steward', cursor, limit = 25 }: PairQueryDto): Promise<PairPage> {
    const { items, ...page } = await this.steward.queue(viewer, state, cursor, limit);
    return { ...page, items: items.map(toPairDto) };
  }

  @Post('duplicates/:pairId/keep-apart')
  @Requires('duplicate.steward')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'They are two people; nobody is asked again' })
  @ApiOkResponse({ type: PairDto })
  async keepApart(@CurrentViewer() viewer: Viewer, @Param('pairId', ParseUUIDPipe) pairId: string): Promise<PairDto> {
    return toPairDto(await this.steward.keepApart(viewer, pairId));
  }

  @Post('duplicates/:pairId/join')
  @Requires('person.merge')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'They are one person: join the records, keeping both histories' })
  @ApiOkResponse({ type: PairDto })
  async join(@CurrentViewer() viewer: Viewer, @Param('pairId', ParseUUIDPipe) pairId: string, @Body() { keptPersonId }: JoinRecordsDto): Promise<PairDto> {
    return toPairDto(await this.steward.join(viewer, pairId, keptPersonId));
  }

  @Post('duplicates/:pairId/reopen')
  @Requires('duplicate.steward')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Take the decision back' })
  @ApiOkResponse({ type: PairDto })
  async reopen(@CurrentViewer() viewer: Viewer, @Param('pairId', ParseUUIDPipe) pairId: string): Promise<PairDto> {
    return toPairDto(await this.steward.reopen(viewer, pairId));
  }
}
