import { Controller, Get, Module, Post } from '@nestjs/common';
import { INTERCEPTORS_METADATA } from '@nestjs/common/internal';
import { FromReplica, OnlyReads } from '@sampan/kernel';
import { IdempotencyInterceptor } from '@sampan/platform';
import { doOnce } from './once-only';

@Controller('boats')
class Boats {
  @Get()
  list(): void {}

  @Post()
  build(): void {}

  @Post('search')
  @FromReplica()
  search(): void {}

  @Post('look')
  @OnlyReads()
  look(): void {}
}

@Module({ controllers: [Boats] })
class Harbour {}

describe('a request that is repeated', () => {
  const around = (route: keyof Boats): unknown[] => (Reflect.getMetadata(INTERCEPTORS_METADATA, Boats.prototype[route]) ?? []) as unknown[];

  it('is done once when it does something, in every room', () => {
    doOnce([Harbour]);
    expect(around('build')).toEqual([IdempotencyInterceptor]);
  });

  it('is answered anew when it only reads, and nothing surrounds it', () => {
    doOnce([Harbour]);
    expect([around('list'), around('search'), around('look')]).toEqual([[], [], []]);
  });

  it('is surrounded once, however many products a process makes', () => {
    doOnce([Harbour]);
    doOnce([Harbour]);
    expect(around('build')).toHaveLength(1);
  });
});
