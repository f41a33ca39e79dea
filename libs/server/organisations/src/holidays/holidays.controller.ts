import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post, Put, Query, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { contentOf, MOST_BYTES, type UploadedTable } from '../uploaded-table';
import { ImportedHolidayDto, ImportHolidaysDto, ImportHolidaysForm } from './holiday-import.dto';
import { HolidayImport } from './holiday-import';
import { ChangeHolidayDto, HolidayDto, HolidaysQuery, NewHolidayDto, toHolidayDto } from './holiday.dto';
import { Holidays } from './holidays';

@ApiTags('organisations')
@Controller('holidays')
export class HolidaysController {
  constructor(
    private readonly holidays: Holidays,
    private readonly imports: HolidayImport,
  ) {}

  @Get()
  @Requires('reference.read')
  @ApiOperation({ summary: 'The days of a year on which a country and my centres rest' })
  @ApiOkResponse({ type: [HolidayDto] })
  async list(@CurrentViewer() viewer: Viewer, @Query() query: HolidaysQuery): Promise<HolidayDto[]> {
    return (await this.holidays.list(viewer, query)).map(toHolidayDto);
  }

  @Post()
  @Requires('holiday.write')
  @ApiOperation({ summary: 'Write down a day of rest, or of work' })
  @ApiCreatedResponse({ type: HolidayDto })
  async add(@CurrentViewer() viewer: Viewer, @Body() holiday: NewHolidayDto): Promise<HolidayDto> {
    return toHolidayDto(await this.holidays.add(viewer, holiday));
  }

  @Post('import')
  @Requires('holiday.write')
  @HttpCode(HttpStatus.OK)
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: MOST_BYTES, files: 1 } }))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ImportHolidaysForm })
  @ApiOperation({ summary: 'Bring a year’s days as CSV, or see what would become of each row' })
  @ApiOkResponse({ type: [ImportedHolidayDto] })
  import(@CurrentViewer() viewer: Viewer, @Body() { country, centreId, dryRun }: ImportHolidaysDto, @UploadedFile() file?: UploadedTable): Promise<ImportedHolidayDto[]> {
    return this.imports.run(viewer, { country, centreId: centreId ?? null, dryRun, content: contentOf(file) });
  }

  @Put(':holidayId')
  @Requires('holiday.write')
  @ApiOperation({ summary: 'Correct a day' })
  @ApiOkResponse({ type: HolidayDto })
  async change(@CurrentViewer() viewer: Viewer, @Param('holidayId', ParseUUIDPipe) holidayId: string, @Body() change: ChangeHolidayDto): Promise<HolidayDto> {
    return toHolidayDto(await this.holidays.change(viewer, holidayId, change));
  }

  @Delete(':holidayId')
  @Requires('holiday.write')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Take a day out' })
  @ApiNoContentResponse()
  remove(@CurrentViewer() viewer: Viewer, @Param('holidayId', ParseUUIDPipe) holidayId: string): Promise<void> {
    return this.holidays.remove(viewer, holidayId);
  }
}
