import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { DomainError, Open } from '@sampan/kernel';
import { DataSource } from 'typeorm';

export class HealthDto {
  @ApiProperty({ example: 'ok' })
  readonly status: string;
}

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  @Get('live')
  @Open('Whoever watches the machine has no account.')
  @ApiOperation({ summary: 'Whether the process runs' })
  @ApiOkResponse({ type: HealthDto })
  live(): HealthDto {
    return { status: 'ok' };
  }

  @Get('ready')
  @Open('Whoever watches the machine has no account.')
  @ApiOperation({ summary: 'Whether the product can serve: its database answers' })
  @ApiOkResponse({ type: HealthDto })
  async ready(): Promise<HealthDto> {
    await this.dataSource.query('SELECT 1').catch(() => {
      throw new DomainError('unavailable', 'DATABASE_UNAVAILABLE', 'The database does not answer.');
    });
    return { status: 'ok' };
  }
}
