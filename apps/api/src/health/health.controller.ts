import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { Open } from '@sampan/kernel';
import type { Response } from 'express';
import { PART_STATES, Readiness, type Part, type PartState } from './readiness';

export class HealthDto {
  @ApiProperty({ example: 'ok' })
  readonly status: string;
}

export const READINESS = ['ok', 'degraded', 'unavailable', 'stopping'] as const;

export class HealthPartDto {
  @ApiProperty({ example: 'database' })
  readonly name: string;

  @ApiProperty({ enum: PART_STATES })
  readonly state: PartState;

  @ApiProperty({ format: 'date-time', description: 'Since when it has been so.' })
  readonly since: string;
}

export class ReadinessDto {
  @ApiProperty({ enum: READINESS, description: 'degraded: something is slow or full, and the rest is served.' })
  readonly status: (typeof READINESS)[number];

  @ApiProperty({ type: [HealthPartDto] })
  readonly parts: HealthPartDto[];
}

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @Open('Whoever watches the machine has no account.')
  @ApiOperation({ summary: 'Whether the process runs' })
  @ApiOkResponse({ type: HealthDto })
  live(): HealthDto {
    return { status: 'ok' };
  }

  @Get('ready')
  @Open('Whoever watches the machine has no account.')
  @ApiOperation({ summary: 'Whether the product can serve, what it lacks, and since when' })
  @ApiOkResponse({ type: ReadinessDto })
  @ApiServiceUnavailableResponse({ type: ReadinessDto, description: 'Send requests elsewhere.' })
  async ready(@Res({ passthrough: true }) response: Response): Promise<ReadinessDto> {
    return answered(response, statusOf(await this.readiness.look(), this.readiness.isStopping));
  }
}

const statusOf = (parts: readonly Part[], isStopping: boolean): ReadinessDto => ({
  status: isStopping ? 'stopping' : parts.some(({ name, state }) => name === 'database' && state === 'unavailable') ? 'unavailable' : parts.every(({ state }) => state === 'ok') ? 'ok' : 'degraded',
  parts: parts.map(({ name, state, since }) => ({ name, state, since: since.toISOString() })),
});

const answered = (response: Response, answer: ReadinessDto): ReadinessDto => {
  response.status(answer.status === 'ok' || answer.status === 'degraded' ? 200 : 503).setHeader('Cache-Control', 'no-store');
  return answer;
};
