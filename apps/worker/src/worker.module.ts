import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { KernelModule, type Config } from '@sampan/kernel';
import { parts, rooms } from '@sampan/rooms';
import { LoggerModule } from 'nestjs-pino';

/** The same rooms without HTTP. */
@Module({})
export class WorkerModule {
  static with(config: Config): DynamicModule {
    return {
      module: WorkerModule,
      imports: [LoggerModule.forRoot({ pinoHttp: { level: config.logLevel } }), KernelModule.with(config, parts), ...(rooms as unknown as Type[])],
    };
  }
}
