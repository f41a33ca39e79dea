import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import type { WithNonce } from './edge';

/** Swagger's own page writes its styles into the page, which our policy forbids; this one has the same scripts and a nonce. */
const page = (nonce: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sampan API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<style nonce="${nonce}">body { margin: 0; } .swagger-ui .topbar { display: none; }</style>
</head>
<body>
<div id="swagger-ui"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/swagger-ui-standalone-preset.js"></script>
<script src="/api/docs/swagger-ui-init.js"></script>
</body>
</html>
`;

/** Before Swagger's set-up, which keeps serving the scripts. */
export const serveDocsPage = (app: NestExpressApplication): void => {
  app.use((request: Request, response: Response & { locals: WithNonce }, next: NextFunction) => {
    if (!/^\/api\/docs\/?$/.test(request.path)) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    response.type('html').send(page(response.locals.cspNonce ?? ''));
  });
};
