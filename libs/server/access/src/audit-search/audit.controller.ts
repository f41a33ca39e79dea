import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseEnumPipe, ParseUUIDPipe, Post, Put, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, OnlyReads, Requires, type Viewer } from '@sampan/kernel';
import { AUDIT_KINDS, AuditExports, AuditKeeping, AuditSeals, type AuditKind } from '@sampan/platform';
import { AuditExportDto, AuditPage, ChangeRetentionDto, ExportAuditDto, NewestSealDto, RetentionDto, SearchAuditDto } from './audit-search.dto';
import { AuditSearch } from './audit-search';

const KINDS = Object.fromEntries(AUDIT_KINDS.map((kind) => [kind, kind]));

@ApiTags('access')
@Controller('audit')
export class AuditController {
  constructor(
    private readonly entries: AuditSearch,
    private readonly seals: AuditSeals,
    private readonly keeping: AuditKeeping,
    private readonly exports: AuditExports,
  ) {}

  @Post('search')
  @OnlyReads()
  @Requires('audit.read')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Who did what, newest first, at the centres within my reach' })
  @ApiOkResponse({ type: AuditPage })
  search(@CurrentViewer() viewer: Viewer, @Body() { limit = 50, ...query }: SearchAuditDto): Promise<AuditPage> {
    return this.entries.search(viewer, { ...query, limit });
  }

  @Get('newest-seal')
  @Requires('audit.read')
  @ApiOperation({ summary: 'The newest seal, to be kept outside the product' })
  @ApiOkResponse({ type: NewestSealDto })
  async newestSeal(): Promise<NewestSealDto> {
    return toSealDto(await this.seals.newest());
  }

  @Get('retention')
  @Requires('audit.read')
  @ApiOperation({ summary: 'How long which entries are kept' })
  @ApiOkResponse({ type: [RetentionDto] })
  retention(): Promise<RetentionDto[]> {
    return this.keeping.list();
  }

  @Put('retention/:auditKind')
  @Requires('audit.retain')
  @ApiOperation({ summary: 'Keep entries of a kind longer, or shorter, but never below what a law asks for' })
  @ApiParam({ name: 'auditKind', enum: AUDIT_KINDS })
  @ApiOkResponse({ type: RetentionDto })
  keep(@CurrentViewer() viewer: Viewer, @Param('auditKind', new ParseEnumPipe(KINDS)) auditKind: AuditKind, @Body() change: ChangeRetentionDto): Promise<RetentionDto> {
    return this.keeping.keep(viewer, auditKind, change);
  }

  @Post('exports')
  @Requires('audit.export')
  @ApiOperation({ summary: 'Write the sealed entries of a period for an auditor; a job' })
  @ApiCreatedResponse({ type: AuditExportDto })
  async export(@CurrentViewer() viewer: Viewer, @Body() { id, from, until, format }: ExportAuditDto): Promise<AuditExportDto> {
    return { jobId: await this.exports.start(viewer, { id, format, from: new Date(from), until: new Date(until) }) };
  }

  @Get('exports/:exportJobId')
  @Requires('audit.export')
  @ApiOperation({ summary: 'The file of a finished export that I have asked for' })
  @ApiProduces('text/csv', 'application/x-ndjson')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(@CurrentViewer() viewer: Viewer, @Param('exportJobId', ParseUUIDPipe) exportJobId: string): Promise<StreamableFile> {
    const { name, mediaType, bytes, content } = await this.exports.download(viewer, exportJobId);
    return new StreamableFile(content, { type: mediaType, length: bytes, disposition: `attachment; filename="${name}"` });
  }
}

const toSealDto = (seal: Awaited<ReturnType<AuditSeals['newest']>>): NewestSealDto => ({
  number: seal?.number ?? null, hash: seal?.hash ?? null, sealedAt: seal?.sealedAt.toISOString() ?? null,
});
