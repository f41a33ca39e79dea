import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { AddGoalDto, AddStepDto, AgreePlanDto, DropStepDto, FinishStepDto, PlanDto } from './plan.dto';
import { Plans } from './plans.service';

@ApiTags('cases')
@Controller('cases/:caseId')
export class PlansController {
  constructor(private readonly plans: Plans) {}

  @Get('plan')
  @Requires('case.read')
  @ApiOperation({ summary: 'The plan: goals, their steps, and the agreement' })
  @ApiOkResponse({ type: PlanDto })
  get(@CurrentViewer() viewer: Viewer, @Param('caseId', ParseUUIDPipe) caseId: string): Promise<PlanDto> {
    return this.plans.get(viewer, caseId);
  }

  @Post('plan/agreement')
  @Requires('plan.write')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Record that the person agrees to the plan' })
  @ApiOkResponse({ type: PlanDto })
  agree(
    @CurrentViewer() viewer: Viewer,
    @Param('caseId', ParseUUIDPipe) caseId: string,
    @Body() order: AgreePlanDto,
  ): Promise<PlanDto> {
    return this.plans.agree(viewer, caseId, order);
  }

  @Post('goals')
  @Requires('plan.write')
  @ApiOperation({ summary: 'Add a goal to the plan' })
  @ApiCreatedResponse({ type: PlanDto })
  addGoal(
    @CurrentViewer() viewer: Viewer,
    @Param('caseId', ParseUUIDPipe) caseId: string,
    @Body() order: AddGoalDto,
  ): Promise<PlanDto> {
    return this.plans.addGoal(viewer, caseId, order);
  }

  @Post('goals/:goalId/steps')
  @Requires('plan.write')
  @ApiOperation({ summary: 'Add a step towards a goal' })
  @ApiCreatedResponse({ type: PlanDto })
  addStep(
    @CurrentViewer() viewer: Viewer,
    @Param('caseId', ParseUUIDPipe) caseId: string,
    @Param('goalId', ParseUUIDPipe) goalId: string,
    @Body() order: AddStepDto,
  ): Promise<PlanDto> {
    return this.plans.addStep(viewer, caseId, goalId, order);
  }

  @Post('steps/:stepId/done')
  @Requires('plan.write')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'A step is done' })
  @ApiOkResponse({ type: PlanDto })
  finishStep(
    @CurrentViewer() viewer: Viewer,
    @Param('caseId', ParseUUIDPipe) caseId: string,
    @Param('stepId', ParseUUIDPipe) stepId: string,
    @Body() { version }: FinishStepDto,
  ): Promise<PlanDto> {
    return this.plans.finishStep(viewer, caseId, stepId, version);
  }

  @Post('steps/:stepId/dropped')
  @Requires('plan.write')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Drop a step, with the reason' })
  @ApiOkResponse({ type: PlanDto })
  dropStep(
    @CurrentViewer() viewer: Viewer,
    @Param('caseId', ParseUUIDPipe) caseId: string,
    @Param('stepId', ParseUUIDPipe) stepId: string,
    @Body() order: DropStepDto,
  ): Promise<PlanDto> {
    return this.plans.dropStep(viewer, caseId, stepId, order);
  }
}
