/**
 * An OpenID Connect provider for one test: `node local-provider.mjs <port> <redirect address>`. Whoever comes is let in
 * as the person that the test has set before by POST /person; the protocol itself is oidc-provider's.
 */
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [port, redirectUri] = process.argv.slice(2);
const issuer = `http://localhost:${port}`;
let person = { sub: 'nobody', email: 'nobody@test.example', email_verified: false, amr: ['pwd'] };

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'sampan',
      client_secret: 'known to the test and to the provider only',
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_post',
    },
  ],
  claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
  cookies: { keys: ['only for a test'] },
  features: { devInteractions: { enabled: false } },
  findAccount: (_, accountId) => ({ accountId, claims: () => ({ ...person, sub: accountId }) }),
  interactions: { url: (_, interaction) => `/who/${interaction.uid}` },
  pkce: { required: () => true },
});

/** @param {import('node:http').IncomingMessage} request */
const bodyOf = async (request) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
};

/** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
const answerWho = async (request, response) => {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (person.sub === 'refuses') {
    await provider.interactionFinished(request, response, { error: 'access_denied' });
  } else if (prompt.name === 'login') {
    await provider.interactionFinished(request, response, { login: { accountId: person.sub, amr: person.amr } });
  } else {
    const grant = new provider.Grant({ accountId: session?.accountId, clientId: String(params.client_id) });
    grant.addOIDCScope(String(params.scope));
    await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
  }
};

const protocol = provider.callback();
createServer(async (request, response) => {
  if (request.method === 'POST' && request.url === '/person') {
    person = await bodyOf(request);
    response.writeHead(204).end();
  } else if (request.url?.startsWith('/who/')) {
    await answerWho(request, response);
  } else {
    await protocol(request, response);
  }
}).listen(Number(port), '127.0.0.1', () => process.send?.('ready'));
