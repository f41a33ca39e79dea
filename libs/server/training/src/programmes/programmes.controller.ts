import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { CreateProgrammeDto, ProgrammeContentDto, ProgrammeDto, UpdateProgrammeVersionDto } from './programme.dto';
import { ProgrammesService } from './programmes.service';

@ApiTags('training')
@Controller('programmes')
export class ProgrammesController {
  constructor(private readonly programmes: ProgrammesService) {}

  @Get()
  @Requires('programme.read')
  @ApiOperation({ summary: 'All programmes with their versions' })
  @ApiOkResponse({ type: [ProgrammeDto] })
  list(): Promise<ProgrammeDto[]> {
    return this.programmes.list();
  }

  @Post()
  @Requires('programme.write')
  @ApiOperation({ summary: 'Add a programme; its first version is a draft' })
  @ApiCreatedResponse({ type: ProgrammeDto })
  create(@CurrentViewer() viewer: Viewer, @Body() programme: CreateProgrammeDto): Promise<ProgrammeDto> {
    return this.programmes.create(viewer, programme);
  }

  @Get(':programmeId')
  @Requires('programme.read')
  @ApiOperation({ summary: 'One programme with its versions' })
  @ApiOkResponse({ type: ProgrammeDto })
  one(@Param('programmeId', ParseUUIDPipe) programmeId: string): Promise<ProgrammeDto> {
    return this.programmes.get(programmeId);
  }

  @Post(':programmeId/versions')
  @Requires('programme.write')
  @ApiOperation({ summary: 'Draft the next version' })
  @ApiCreatedResponse({ type: ProgrammeDto })
  addVersion(
    @CurrentViewer() viewer: Viewer,
    @Param('programmeId', ParseUUIDPipe) programmeId: string,
    @Body() content: ProgrammeContentDto,
  ): Promise<ProgrammeDto> {
    return this.programmes.addVersion(viewer, programmeId, content);
  }

  @Put(':programmeId/versions/:versionId')
  @Requires('programme.write')
  @ApiOperation({ summary: 'Edit a draft' })
  @ApiOkResponse({ type: ProgrammeDto })
  updateVersion(
    @CurrentViewer() viewer: Viewer,
    @Param('programmeId', ParseUUIDPipe) programmeId: string,
    @Param('versionId', ParseUUIDPipe) versionId: string,
    @Body() content: UpdateProgrammeVersionDto,
  ): Promise<ProgrammeDto> {
    return this.programmes.updateVersion(viewer, programmeId, versionId, content);
  }

  @Post(':programmeId/versions/:versionId/approve')
  @Requires('programme.approve')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Approve a draft' })
  @ApiOkResponse({ type: ProgrammeDto })
  approve(
    @CurrentViewer() viewer: Viewer,
    @Param('programmeId', ParseUUIDPipe) programmeId: string,
    @Param('versionId', ParseUUIDPipe) versionId: string,
  ): Promise<ProgrammeDto> {
    return this.programmes.moveVersion(viewer, programmeId, versionId, 'approved');
  }

  @Post(':programmeId/versions/:versionId/publish')
  @Requires('programme.approve')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Publish an approved version, so that cohorts can be made of it' })
  @ApiOkResponse({ type: ProgrammeDto })
  publish(
    @CurrentViewer() viewer: Viewer,
    @Param('programmeId', ParseUUIDPipe) programmeId: string,
    @Param('versionId', ParseUUIDPipe) versionId: string,
  ): Promise<ProgrammeDto> {
    return this.programmes.moveVersion(viewer, programmeId, versionId, 'published');
  }

  @Post(':programmeId/versions/:versionId/retire')
  @Requires('programme.approve')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Retire a published version: no new cohort takes it' })
  @ApiOkResponse({ type: ProgrammeDto })
  retire(
    @CurrentViewer() viewer: Viewer,
    @Param('programmeId', ParseUUIDPipe) programmeId: string,
    @Param('versionId', ParseUUIDPipe) versionId: string,
  ): Promise<ProgrammeDto> {
    return this.programmes.moveVersion(viewer, programmeId, versionId, 'retired');
  }
}
