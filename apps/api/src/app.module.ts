import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { SessionGuard } from '@sampan/access';
import { KernelModule, ReplicaReads, type Clock, type Config } from '@sampan/kernel';
import { HealthController } from './health/health.controller';
import { MetricsController } from './health/metrics.controller';
import { Readiness } from './health/readiness';
import { doOnce } from './http/once-only';
import { ProblemFilter } from './http/problem.filter';
import { AccountLimit, AddressLimit } from './limits/limit.guards';
import { Limits } from './limits/limits';
import { NodeController } from './node/node.controller';
import { SetUp } from './set-up/set-up';
import { SetUpController } from './set-up/set-up.controller';
import { parts, rooms } from './rooms';

/** The whole product behind HTTP. */
@Module({})
export class AppModule {
  static with(config: Config, clock?: Clock): DynamicModule {
    doOnce(rooms);
    return {
      module: AppModule,
      imports: [KernelModule.with(config, parts, clock), ...(rooms as unknown as Type[])],
      controllers: [HealthController, MetricsController, NodeController, SetUpController],
      providers: [
        SetUp,
        Limits,
        { provide: APP_GUARD, useClass: AddressLimit },
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_GUARD, useClass: AccountLimit },
        // What surrounds every request costs every request: only where there are copies.
        ...(config.replicaUrls.length > 0 ? [{ provide: APP_INTERCEPTOR, useClass: ReplicaReads }] : []),
        { provide: APP_FILTER, useClass: ProblemFilter },
        Readiness,
      ],
    };
  }
}
