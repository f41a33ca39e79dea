import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { CentreFileDto, CentrePage, CentresQuery, ChangeCentreDto, NewCentreDto } from './centre-file.dto';
import { CentreFiles } from './centre-files';
import { CentreDto } from './centre.dto';
import { Centres } from './centres';

@ApiTags('organisations')
@Controller('centres')
export class CentresController {
  constructor(
    private readonly centres: Centres,
    private readonly files: CentreFiles,
  ) {}

  @Get()
  @Requires('centre.read')
  @ApiOperation({ summary: 'The centres within my reach' })
  @ApiOkResponse({ type: [CentreDto] })
  list(@CurrentViewer() viewer: Viewer): Promise<CentreDto[]> {
    return this.centres.list(viewer);
  }

  @Get('files')
  @Requires('centre.write')
  @ApiOperation({ summary: 'Centres as an administrator keeps them, by name' })
  @ApiOkResponse({ type: CentrePage })
  search(@CurrentViewer() viewer: Viewer, @Query() query: CentresQuery): Promise<CentrePage> {
    return this.files.list(viewer, query);
  }

  @Post()
  @Requires('centre.write')
  @ApiOperation({ summary: 'Add a centre' })
  @ApiCreatedResponse({ type: CentreFileDto })
  add(@CurrentViewer() viewer: Viewer, @Body() centre: NewCentreDto): Promise<CentreFileDto> {
    return this.files.add(viewer, centre);
  }

  @Get(':centreId')
  @Requires('centre.write')
  @ApiOperation({ summary: 'One centre, with everything that is kept about it' })
  @ApiOkResponse({ type: CentreFileDto })
  one(@CurrentViewer() viewer: Viewer, @Param('centreId', ParseUUIDPipe) centreId: string): Promise<CentreFileDto> {
    return this.files.get(viewer, centreId);
  }

  @Put(':centreId')
  @Requires('centre.write')
  @ApiOperation({ summary: 'Change a centre, close it or open it again' })
  @ApiOkResponse({ type: CentreFileDto })
  change(@CurrentViewer() viewer: Viewer, @Param('centreId', ParseUUIDPipe) centreId: string, @Body() change: ChangeCentreDto): Promise<CentreFileDto> {
    return this.files.change(viewer, centreId, change);
  }
}
