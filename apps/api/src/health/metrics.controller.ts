import { Controller, Get, Header, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Config, notFound, Open } from '@sampan/kernel';
import { mayReadMetrics, NodeMetrics } from '@sampan/platform';
import type { Request } from 'express';

@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: NodeMetrics,
    private readonly config: Config,
  ) {}

  @Get()
  @Open('Prometheus has no account; it shows a token, or is on this machine.')
  @Header('Content-Type', 'text/plain; version=0.0.4')
  read(@Req() request: Request): Promise<string> {
    if (!mayReadMetrics(this.config.metricsToken, { address: request.ip ?? '', authorization: request.headers.authorization })) {
      throw notFound('ROUTE_NOT_FOUND', 'The page');
    }
    return this.metrics.page();
  }
}
