import type { INestApplication } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { OPEN_TO_ALL, REQUIRED_PERMISSION } from '@sampan/kernel';

const ROUTE_PATH = 'path';
const ROUTE_METHOD = 'method';

/** Routes that say neither who may call them nor why everybody may. The product does not start with one. */
export const routesWithoutPermission = (app: INestApplication): string[] => {
  const [discovery, scanner, reflector] = [app.get(DiscoveryService), new MetadataScanner(), new Reflector()];
  return discovery.getControllers().flatMap(({ metatype }) => {
    const prototype = (metatype as { prototype: Record<string, () => unknown> } | null)?.prototype;
    if (!prototype) {
      return [];
    }
    return scanner
      .getAllMethodNames(prototype)
      .map((name) => ({ name, method: prototype[name]! }))
      .filter(({ method }) => Reflect.hasMetadata(ROUTE_PATH, method) && Reflect.hasMetadata(ROUTE_METHOD, method))
      .filter(({ method }) => !reflector.get(REQUIRED_PERMISSION, method) && !reflector.get(OPEN_TO_ALL, method))
      .map(({ name }) => `${metatype!.name}.${name}`);
  });
};
