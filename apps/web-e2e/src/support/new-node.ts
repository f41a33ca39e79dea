import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Node {
  readonly url: string;
  readonly logFile: string;
  readonly stop: () => Promise<void>;
}

const product = pathToFileURL(join(import.meta.dirname, '../../../../tools/test/product.mjs')).href;

/** The product on an empty database, as a new operator starts it. */
export const newNode = async (): Promise<Node> => ((await import(product)) as { startProduct: (purpose: string) => Promise<Node> }).startProduct('journeynode');
