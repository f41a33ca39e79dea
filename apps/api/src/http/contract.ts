import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ProblemDto } from '@sampan/kernel';

/** The contract between server and web, and everybody else who calls us. */
export const contractOf = (app: INestApplication): OpenAPIObject => {
  const about = new DocumentBuilder()
    .setTitle('Sampan')
    .setDescription(`Sign in at auth/sign-in; send the XSRF-TOKEN cookie (over https: __Host-XSRF-TOKEN) back as X-XSRF-TOKEN with every write. A machine sends an API token as a bearer instead, made under api-tokens. Every refusal is RFC 9457 problem+json with a stable code.`)
    .setVersion('1')
    .addCookieAuth('sampan_session')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API token, made under "My account".' })
    .build();
  const document = SwaggerModule.createDocument(app, about, {
    extraModels: [ProblemDto],
    operationIdFactory: (controller, method) => `${plain(controller)}${method.charAt(0).toUpperCase()}${method.slice(1)}`,
  });
  return { ...document, paths: Object.fromEntries(Object.entries(document.paths).sort(([a], [b]) => (a < b ? -1 : 1))) };
};

const plain = (controller: string): string => {
  const name = controller.replace(/Controller$/, '');
  return name.charAt(0).toLowerCase() + name.slice(1);
};
