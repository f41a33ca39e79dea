import { Module, type DynamicModule, type MiddlewareConsumer, type NestModule, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { SessionGuard } from '@sampan/access';
import { KernelModule, ReplicaReads, type Clock, type Config } from '@sampan/kernel';
import { IdempotencyInterceptor } from '@sampan/platform';
import { LoggerModule } from 'nestjs-pino';
import { HealthController } from './health/health.controller';
import { Metrics } from './health/metrics';
import { MetricsController } from './health/metrics.controller';
import { Readiness } from './health/readiness';
import { logging } from './http/logging';
import { ProblemFilter } from './http/problem.filter';
import { AccountLimit, AddressLimit } from './limits/limit.guards';
import { Limits } from './limits/limits';
import { NodeController } from './node/node.controller';
import { SetUp } from './set-up/set-up';
import { SetUpController } from './set-up/set-up.controller';
import { parts, rooms } from './rooms';

/** The whole product behind HTTP. */
@Module({})
export class AppModule implements NestModule {
  static with(config: Config, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [LoggerModule.forRoot(logging(config)), KernelModule.with(config, parts, clock), ...(rooms as unknown as Type[])],
      controllers: [HealthController, MetricsController, NodeController, SetUpController],
      providers: [
        Metrics,
        SetUp,
        Limits,
        { provide: APP_GUARD, useClass: AddressLimit },
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_GUARD, useClass: AccountLimit },
        { provide: APP_INTERCEPTOR, useClass: ReplicaReads },
        { provide: APP_INTERCEPTOR, useExisting: IdempotencyInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
        Readiness,
      ],
    };
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(Metrics).forRoutes('{*path}');
  }
}
