import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post, Put, Query, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { badInput, CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { shownFileName } from '@sampan/platform';
import {
  DecidedDto, DecideRowDto, DecideRowsDto, ImportDto, ImportRowPage, ListedImportDto, MapColumnsDto, RowQueryDto, toImportDto, toImportRowDto, toListedImportDto,
  UploadImportDto, UploadImportForm,
} from './import.dto';
import { Imports } from './imports.service';
import { MOST_BYTES } from './read-table';

/** What multer hands over, as far as it is of use here. */
interface UploadedRegister {
  readonly originalname: string;
  readonly buffer: Buffer;
}

@ApiTags('people')
@Controller('imports')
export class ImportsController {
  constructor(private readonly imports: Imports) {}

  @Post()
  @Requires('person.import')
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: MOST_BYTES, files: 1 } }))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: UploadImportForm })
  @ApiOperation({ summary: 'Bring a register: CSV or XLSX' })
  @ApiCreatedResponse({ type: ImportDto })
  async upload(@CurrentViewer() viewer: Viewer, @Body() { id, centreId }: UploadImportDto, @UploadedFile() file?: UploadedRegister): Promise<ImportDto> {
    return toImportDto(await this.imports.upload(viewer, { id, centreId, fileName: nameOf(given(file)), content: given(file).buffer }));
  }

  @Get()
  @Requires('person.import')
  @ApiOperation({ summary: 'The latest imports of my centres' })
  @ApiOkResponse({ type: [ListedImportDto] })
  async list(@CurrentViewer() viewer: Viewer): Promise<ListedImportDto[]> {
    return (await this.imports.list(viewer)).map(toListedImportDto);
  }

  @Get(':importId')
  @Requires('person.import')
  @ApiOperation({ summary: 'How far an import is, and what its columns mean' })
  @ApiOkResponse({ type: ImportDto })
  async one(@CurrentViewer() viewer: Viewer, @Param('importId', ParseUUIDPipe) importId: string): Promise<ImportDto> {
    return toImportDto(await this.imports.get(viewer, importId));
  }

  @Put(':importId/mapping')
  @Requires('person.import')
  @ApiOperation({ summary: 'Say what the columns mean, and start the dry run' })
  @ApiOkResponse({ type: ImportDto })
  async map(@CurrentViewer() viewer: Viewer, @Param('importId', ParseUUIDPipe) importId: string, @Body() { mapping }: MapColumnsDto): Promise<ImportDto> {
    return toImportDto(await this.imports.map(viewer, importId, mapping));
  }

  @Get(':importId/rows')
  @Requires('person.import')
  @ApiOperation({ summary: 'Row by row: what became of it, and why' })
  @ApiOkResponse({ type: ImportRowPage })
  async rows(
    @CurrentViewer() viewer: Viewer,
    @Param('importId', ParseUUIDPipe) importId: string,
    @Query() { outcomes = [], cursor, limit = 25 }: RowQueryDto,
  ): Promise<ImportRowPage> {
    const { items, ...page } = await this.imports.rows(viewer, importId, outcomes, cursor, limit);
    return { ...page, items: items.map(toImportRowDto) };
  }

  @Post(':importId/rows/:rowId/decision')
  @Requires('duplicate.decide')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Decide about a possible duplicate' })
  @ApiNoContentResponse()
  decide(
    @CurrentViewer() viewer: Viewer,
    @Param('importId', ParseUUIDPipe) importId: string,
    @Param('rowId', ParseUUIDPipe) rowId: string,
    @Body() { decision, samePersonId = null }: DecideRowDto,
  ): Promise<void> {
    return this.imports.decide(viewer, importId, rowId, decision, samePersonId);
  }

  @Post(':importId/decisions')
  @Requires('person.import')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'One decision for all open rows that are at least this likely' })
  @ApiOkResponse({ type: DecidedDto })
  async decideAll(@CurrentViewer() viewer: Viewer, @Param('importId', ParseUUIDPipe) importId: string, @Body() { decision, leastScore }: DecideRowsDto): Promise<DecidedDto> {
    return { decided: await this.imports.decideAll(viewer, importId, decision, leastScore) };
  }

  @Post(':importId/commit')
  @Requires('person.import')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Make people of the rows; rows without a decision wait' })
  @ApiOkResponse({ type: ImportDto })
  async commit(@CurrentViewer() viewer: Viewer, @Param('importId', ParseUUIDPipe) importId: string): Promise<ImportDto> {
    return toImportDto(await this.imports.commit(viewer, importId));
  }

  @Post(':importId/undo')
  @Requires('person.import')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Take the import back, within 24 hours' })
  @ApiOkResponse({ type: ImportDto })
  async undo(@CurrentViewer() viewer: Viewer, @Param('importId', ParseUUIDPipe) importId: string): Promise<ImportDto> {
    return toImportDto(await this.imports.undo(viewer, importId));
  }
}

const given = (file: UploadedRegister | undefined): UploadedRegister => {
  if (!file) {
    throw badInput('FILE_MISSING', 'No file was sent.');
  }
  return file;
};

/** Browsers send file names as UTF-8, which multer reads as Latin-1. */
const nameOf = ({ originalname }: UploadedRegister): string => shownFileName(originalname);
