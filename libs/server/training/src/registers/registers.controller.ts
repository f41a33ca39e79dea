import { Body, Controller, Get, HttpCode, HttpStatus, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentViewer, Requires, type Viewer } from '@sampan/kernel';
import { AttendanceCodeDto, AttendanceMonthDto, LockRegisterDto, MonthQuery, RegisterDto, TakeRegisterDto } from './register.dto';
import { RegistersService } from './registers.service';

@ApiTags('training')
@Controller()
export class RegistersController {
  constructor(private readonly registers: RegistersService) {}

  @Get('attendance-codes')
  @Requires('register.read')
  @ApiOperation({ summary: 'What may stand in a register' })
  @ApiOkResponse({ type: [AttendanceCodeDto] })
  codes(): Promise<AttendanceCodeDto[]> {
    return this.registers.codes();
  }

  @Get('sessions/:sessionId/register')
  @Requires('register.read')
  @ApiOperation({ summary: 'The register of a session: who is called, and what is marked' })
  @ApiOkResponse({ type: RegisterDto })
  one(@CurrentViewer() viewer: Viewer, @Param('sessionId', ParseUUIDPipe) sessionId: string): Promise<RegisterDto> {
    return this.registers.get(viewer, sessionId);
  }

  @Put('sessions/:sessionId/register')
  @Requires('register.take')
  @ApiOperation({ summary: 'Take or correct a register until it is locked' })
  @ApiOkResponse({ type: RegisterDto })
  take(
    @CurrentViewer() viewer: Viewer,
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
    @Body() register: TakeRegisterDto,
  ): Promise<RegisterDto> {
    return this.registers.take(viewer, sessionId, register);
  }

  @Post('sessions/:sessionId/register/lock')
  @Requires('register.lock')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Lock a register: no more corrections' })
  @ApiOkResponse({ type: RegisterDto })
  lock(
    @CurrentViewer() viewer: Viewer,
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
    @Body() lock: LockRegisterDto,
  ): Promise<RegisterDto> {
    return this.registers.lock(viewer, sessionId, lock);
  }

  @Get('cohorts/:cohortId/attendance')
  @Requires('register.read')
  @ApiOperation({ summary: 'A month of a cohort: sessions, trainees and marks' })
  @ApiOkResponse({ type: AttendanceMonthDto })
  month(
    @CurrentViewer() viewer: Viewer,
    @Param('cohortId', ParseUUIDPipe) cohortId: string,
    @Query() { month }: MonthQuery,
  ): Promise<AttendanceMonthDto> {
    return this.registers.month(viewer, cohortId, month);
  }
}
