import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, FromReplica, type Page, Requires, type Viewer } from '@sampan/kernel';
import { AssignTaskDto, CancelTaskDto, CreateTaskDto, FinishTaskDto, TaskDto, TaskPage, TaskQuery } from './task.dto';
import { Tasks } from './tasks.service';

@ApiTags('cases')
@Controller('tasks')
export class TasksController {
  constructor(private readonly tasks: Tasks) {}

  @Get()
  @FromReplica()
  @Requires('task.read')
  @ApiOperation({ summary: 'Tasks, by default mine that are open, by due day' })
  @ApiOkResponse({ type: TaskPage })
  list(@CurrentViewer() viewer: Viewer, @Query() query: TaskQuery): Promise<Page<TaskDto>> {
    return this.tasks.list(viewer, query);
  }

  @Post()
  @Requires('task.write')
  @ApiOperation({ summary: 'Write a task, or a neutral "please call"' })
  @ApiCreatedResponse({ type: TaskDto })
  create(@CurrentViewer() viewer: Viewer, @Body() order: CreateTaskDto): Promise<TaskDto> {
    return this.tasks.create(viewer, order);
  }

  @Post(':taskId/done')
  @Requires('task.write')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'The task is done' })
  @ApiOkResponse({ type: TaskDto })
  finish(
    @CurrentViewer() viewer: Viewer,
    @Param('taskId', ParseUUIDPipe) taskId: string,
    @Body() { version }: FinishTaskDto,
  ): Promise<TaskDto> {
    return this.tasks.finish(viewer, taskId, version);
  }

  @Post(':taskId/cancellation')
  @Requires('task.write')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Cancel the task, with the reason' })
  @ApiOkResponse({ type: TaskDto })
  cancel(
    @CurrentViewer() viewer: Viewer,
    @Param('taskId', ParseUUIDPipe) taskId: string,
    @Body() order: CancelTaskDto,
  ): Promise<TaskDto> {
    return this.tasks.cancel(viewer, taskId, order);
  }

  @Post(':taskId/assignee')
  @Requires('case.assign')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Give the task to a worker, who joins the person’s caseload' })
  @ApiOkResponse({ type: TaskDto })
  assign(
    @CurrentViewer() viewer: Viewer,
    @Param('taskId', ParseUUIDPipe) taskId: string,
    @Body() order: AssignTaskDto,
  ): Promise<TaskDto> {
    return this.tasks.assign(viewer, taskId, order);
  }
}
