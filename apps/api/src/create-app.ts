import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import { Metrics, Stopping, StructuredLog, type Clock, type Config } from '@sampan/kernel';
import { AppModule } from './app.module';
import { contractOf } from './http/contract';
import { serveDocsPage } from './http/docs-page';
import { dressEdge } from './http/edge';
import { routesWithoutPermission } from './http/guarded-routes';
import { sendElsewhereWhenStopping } from './http/leaving';
import { observing } from './http/observing';

/** The product, ready to listen; the database is not touched yet. A clock is handed in only where history is made. Throws when a route forgot its permission. */
export const createApp = async (config: Config, clock?: Clock, log = new StructuredLog({ level: config.logLevel, program: 'api' })): Promise<NestExpressApplication> => {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config, clock), { bufferLogs: true, bodyParser: false, abortOnError: false });
  app.useLogger(log);
  app.get(Metrics).watchProcess('api');
  app.use(observing(app));
  app.use(sendElsewhereWhenStopping(app.get(Stopping)));
  dressEdge(app, config);
  const forgotten = routesWithoutPermission(app);
  if (forgotten.length > 0) {
    throw new Error(`These routes have neither @Requires nor @Open: ${forgotten.join(', ')}`);
  }
  return app;
};

export const serveDocs = (app: NestExpressApplication): void => {
  serveDocsPage(app);
  SwaggerModule.setup('api/docs', app, () => contractOf(app), { customSiteTitle: 'Sampan API' });
};
