import { RequestMethod, UseInterceptors, type Type } from '@nestjs/common';
import { INTERCEPTORS_METADATA, METHOD_METADATA, MODULE_METADATA } from '@nestjs/common/internal';
import { MetadataScanner } from '@nestjs/core';
import { FROM_REPLICA, ONLY_READS } from '@sampan/kernel';
import { IdempotencyInterceptor } from '@sampan/platform';

/**
 * What a POST does, it does once, however often a bad network repeats it. What only reads is left alone, and so costs nothing:
 * to surround every request would double the way through the framework for the lists, which are asked all day.
 */
export const doOnce = (rooms: readonly Type[]): void =>
  writingRoutesOf(rooms).forEach(({ prototype, name, handler }) => {
    if (!(Reflect.getMetadata(INTERCEPTORS_METADATA, handler) as unknown[] | undefined)?.includes(IdempotencyInterceptor)) {
      UseInterceptors(IdempotencyInterceptor)(prototype, name, Object.getOwnPropertyDescriptor(prototype, name) as PropertyDescriptor);
    }
  });

const ONLY_READING = [FROM_REPLICA, ONLY_READS];

const writingRoutesOf = (rooms: readonly Type[]) =>
  rooms
    .flatMap((room) => (Reflect.getMetadata(MODULE_METADATA.CONTROLLERS, room) ?? []) as Type[])
    .map(({ prototype }) => prototype as Record<string, object>)
    .flatMap((prototype) => new MetadataScanner().getAllMethodNames(prototype).map((name) => ({ prototype, name, handler: prototype[name] as object })))
    .filter(({ handler }) => Reflect.getMetadata(METHOD_METADATA, handler) === RequestMethod.POST && !ONLY_READING.some((mark) => Reflect.getMetadata(mark, handler)));
