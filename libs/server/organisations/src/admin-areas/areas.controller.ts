import { Body, Controller, Get, HttpCode, HttpStatus, Post, Query, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { contentOf, MOST_BYTES, type UploadedTable } from '../uploaded-table';
import { AreaImport } from './area-import';
import { AreaPage, AreasQuery, ImportAreasDto, ImportAreasForm, ImportedAreaDto } from './area.dto';

@ApiTags('organisations')
@Controller('admin-areas')
export class AdminAreasController {
  constructor(private readonly areas: AreaImport) {}

  @Get()
  @Requires('area.write')
  @ApiOperation({ summary: 'Provinces, districts and what is below them, by code' })
  @ApiOkResponse({ type: AreaPage })
  list(@Query() query: AreasQuery): Promise<AreaPage> {
    return this.areas.list(query);
  }

  @Post('import')
  @Requires('area.write')
  @HttpCode(HttpStatus.OK)
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: MOST_BYTES, files: 1 } }))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ImportAreasForm })
  @ApiOperation({ summary: 'Bring a country’s areas as CSV, or see what would become of each row' })
  @ApiOkResponse({ type: [ImportedAreaDto] })
  import(@CurrentViewer() viewer: Viewer, @Body() { country, dryRun }: ImportAreasDto, @UploadedFile() file?: UploadedTable): Promise<ImportedAreaDto[]> {
    return this.areas.run(viewer, { country, dryRun, content: contentOf(file) });
  }
}
