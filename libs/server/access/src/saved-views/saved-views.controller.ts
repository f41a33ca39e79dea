import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { ChangeSavedViewDto, NewSavedViewDto, SavedViewDto, SavedViewsQuery } from './saved-view.dto';
import { SavedViews } from './saved-views';

@ApiTags('access')
@Controller('saved-views')
export class SavedViewsController {
  constructor(private readonly views: SavedViews) {}

  @Get()
  @Requires('account.use')
  @ApiOperation({ summary: 'My saved views of a list, and those shared with my centres' })
  @ApiOkResponse({ type: [SavedViewDto] })
  list(@CurrentViewer() viewer: Viewer, @Query() { list }: SavedViewsQuery): Promise<SavedViewDto[]> {
    return this.views.list(viewer, list);
  }

  @Post()
  @Requires('account.use')
  @ApiOperation({ summary: 'Keep the filters of a list under a name' })
  @ApiCreatedResponse({ type: SavedViewDto })
  add(@CurrentViewer() viewer: Viewer, @Body() view: NewSavedViewDto): Promise<SavedViewDto> {
    return this.views.add(viewer, view);
  }

  @Patch(':savedViewId')
  @Requires('account.use')
  @ApiOperation({ summary: 'Rename my saved view, share it with a centre or keep it to myself' })
  @ApiOkResponse({ type: SavedViewDto })
  change(@CurrentViewer() viewer: Viewer, @Param('savedViewId', ParseUUIDPipe) savedViewId: string, @Body() change: ChangeSavedViewDto): Promise<SavedViewDto> {
    return this.views.change(viewer, savedViewId, change);
  }

  @Delete(':savedViewId')
  @Requires('account.use')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Delete my saved view, for everybody it was shared with' })
  @ApiNoContentResponse()
  remove(@CurrentViewer() viewer: Viewer, @Param('savedViewId', ParseUUIDPipe) savedViewId: string): Promise<void> {
    return this.views.remove(viewer, savedViewId);
  }
}
