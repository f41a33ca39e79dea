import { Controller, Get, Header, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { notFound, Open } from '@sampan/kernel';
import type { Request } from 'express';
import { Metrics } from './metrics';

const THIS_MACHINE = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  @Open('Prometheus has no account; only this machine is answered.')
  @Header('Content-Type', 'text/plain; version=0.0.4')
  read(@Req() request: Request): Promise<string> {
    if (!THIS_MACHINE.has(request.ip ?? '')) {
      throw notFound('ROUTE_NOT_FOUND', 'The page');
    }
    return this.metrics.registry.metrics();
  }
}
