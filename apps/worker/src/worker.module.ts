import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { KernelModule, type Config } from '@sampan/kernel';
import { parts, rooms } from '@sampan/rooms';

/** The same rooms without HTTP. */
@Module({})
export class WorkerModule {
  static with(config: Config): DynamicModule {
    return { module: WorkerModule, imports: [KernelModule.with(config, parts), ...(rooms as unknown as Type[])] };
  }
}
