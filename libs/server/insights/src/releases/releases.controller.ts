import { Body, Controller, Get, Header, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, FromReplica, Requires, type Viewer } from '@sampan/kernel';
import { ReleaseExports, type ExportedFile } from './release-exports';
import { BuildReleaseDto, ReleaseDto, ReleasePage, ReleaseQueryDto, toReleaseDto } from './release.dto';
import { ReleaseValuesDto, toReleaseValuesDto, ValueQueryDto } from './release-value.dto';
import { Releases } from './releases.service';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv; charset=utf-8';

@ApiTags('insights')
@Controller('releases')
export class ReleasesController {
  constructor(
    private readonly releases: Releases,
    private readonly exports: ReleaseExports,
  ) {}

  @Get()
  @FromReplica()
  @Requires('release.read')
  @ApiOperation({ summary: 'Releases of my countries, newest first' })
  @ApiOkResponse({ type: ReleasePage })
  async list(@CurrentViewer() viewer: Viewer, @Query() { states = [], cursor, limit = 25 }: ReleaseQueryDto): Promise<ReleasePage> {
    const { items, ...page } = await this.releases.list(viewer, states, cursor, limit);
    return { ...page, items: items.map((release) => toReleaseDto(viewer, release)) };
  }

  @Post()
  @Requires('release.build')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({ summary: 'Build a release; a job counts, protects and checks' })
  @ApiAcceptedResponse({ type: ReleaseDto })
  async build(@CurrentViewer() viewer: Viewer, @Body() { id, countryCode, quarter }: BuildReleaseDto): Promise<ReleaseDto> {
    return toReleaseDto(viewer, await this.releases.build(viewer, { country: countryCode, quarter, ...(id ? { id } : {}) }));
  }

  @Get(':releaseId')
  @Requires('release.read')
  @ApiOperation({ summary: 'One release, with its disclosure report' })
  @ApiOkResponse({ type: ReleaseDto })
  async one(@CurrentViewer() viewer: Viewer, @Param('releaseId', ParseUUIDPipe) releaseId: string): Promise<ReleaseDto> {
    return toReleaseDto(viewer, await this.releases.get(viewer, releaseId));
  }

  @Get(':releaseId/values')
  @FromReplica()
  @Requires('release.read')
  @ApiOperation({ summary: 'The numbers of a release; suppressed ones with the reason' })
  @ApiOkResponse({ type: ReleaseValuesDto })
  @Header('Content-Type', 'application/json; charset=utf-8')
  values(@CurrentViewer() viewer: Viewer, @Param('releaseId', ParseUUIDPipe) releaseId: string, @Query() filter: ValueQueryDto): Promise<string> {
    return this.releases.valuesText(viewer, releaseId, filter, (table) => JSON.stringify(toReleaseValuesDto(table)));
  }

  @Post(':releaseId/approve')
  @Requires('release.approve')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Approve, as somebody else than who built it' })
  @ApiOkResponse({ type: ReleaseDto })
  async approve(@CurrentViewer() viewer: Viewer, @Param('releaseId', ParseUUIDPipe) releaseId: string): Promise<ReleaseDto> {
    return toReleaseDto(viewer, await this.releases.approve(viewer, releaseId));
  }

  @Post(':releaseId/publish')
  @Requires('release.publish')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Publish an approved release; the one before it is superseded' })
  @ApiOkResponse({ type: ReleaseDto })
  async publish(@CurrentViewer() viewer: Viewer, @Param('releaseId', ParseUUIDPipe) releaseId: string): Promise<ReleaseDto> {
    return toReleaseDto(viewer, await this.releases.publish(viewer, releaseId));
  }

  @Post(':releaseId/discard')
  @Requires('release.build')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Discard a release that is not published, to build another' })
  @ApiOkResponse({ type: ReleaseDto })
  async discard(@CurrentViewer() viewer: Viewer, @Param('releaseId', ParseUUIDPipe) releaseId: string): Promise<ReleaseDto> {
    return toReleaseDto(viewer, await this.releases.discard(viewer, releaseId));
  }

  @Get(':releaseId/csv')
  @Requires('release.read')
  @ApiOperation({ summary: 'The table of a release as CSV' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async csv(@CurrentViewer() viewer: Viewer, @Param('releaseId', ParseUUIDPipe) releaseId: string): Promise<StreamableFile> {
    return download(await this.exports.csv(viewer, releaseId), CSV);
  }

  @Get(':releaseId/xlsx')
  @Requires('release.read')
  @ApiOperation({ summary: 'The table of a release as a spreadsheet, with the definitions' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async xlsx(@CurrentViewer() viewer: Viewer, @Param('releaseId', ParseUUIDPipe) releaseId: string): Promise<StreamableFile> {
    return download(await this.exports.xlsx(viewer, releaseId), XLSX);
  }
}

const download = ({ name, content }: ExportedFile, type: string): StreamableFile =>
  new StreamableFile(content, { type, disposition: `attachment; filename="${name}"`, length: content.length });
