import { createServer, type Server } from 'node:http';
import type { Config } from '@sampan/kernel';
import { mayReadMetrics, type NodeMetrics } from '@sampan/platform';

/** The only thing that a worker shows to others: how its work goes, at the same address and to the same callers as the api does. */
export const openMetricsDoor = ({ host, workerMetricsPort, metricsToken }: Config, metrics: NodeMetrics): Server | null =>
  workerMetricsPort === null
    ? null
    : createServer((request, response) => {
        const may = request.url === '/metrics' && mayReadMetrics(metricsToken, { address: request.socket.remoteAddress ?? '', authorization: request.headers.authorization });
        if (!may) {
          response.writeHead(404).end();
          return;
        }
        metrics.page().then(
          (page) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(page),
          () => response.writeHead(500).end(),
        );
      })
        .listen(workerMetricsPort, host)
        .unref();
