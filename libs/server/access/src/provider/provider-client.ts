import { Injectable, Logger } from '@nestjs/common';
import { Cipher, Clock, Config, DomainError, notFound, type IdentityProvider } from '@sampan/kernel';
import {
  allowInsecureRequests, authorizationCodeGrant, buildAuthorizationUrl, calculatePKCECodeChallenge, discovery, fetchUserInfo, randomNonce, randomPKCECodeVerifier, randomState,
  type Configuration,
} from 'openid-client';
import { AT_PROVIDER_SECONDS, type ProviderClaims } from './provider-sign-in.rules';

/** What is kept in the browser, sealed, while somebody is at the provider. */
interface Visit {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly back: string;
  readonly endsAt: number;
}

const PATIENCE_SECONDS = 10;

export const CALLBACK_PATH = '/api/v1/auth/provider/callback';

const failed = (): DomainError => new DomainError('signed-out', 'PROVIDER_FAILED', 'Signing in did not succeed. Begin again.');

/** Speaks OpenID Connect with the one provider of the configuration: code flow with PKCE, state and nonce. */
@Injectable()
export class ProviderClient {
  private readonly logger = new Logger(ProviderClient.name);
  private known: Promise<Configuration> | undefined;

  constructor(
    private readonly config: Config,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
  ) {}

  get provider(): IdentityProvider {
    if (!this.config.identityProvider) {
      throw notFound('PROVIDER_NOT_SET_UP', 'Another sign-in');
    }
    return this.config.identityProvider;
  }

  /** Where to send the browser, and what it keeps meanwhile. @throws PROVIDER_UNREACHABLE */
  async leave(back: string): Promise<{ url: string; visit: string }> {
    const configuration = await this.configuration();
    const verifier = randomPKCECodeVerifier();
    const visit: Visit = { state: randomState(), nonce: randomNonce(), verifier, back, endsAt: this.clock.now().getTime() + AT_PROVIDER_SECONDS * 1000 };
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: `${this.config.publicUrl}${CALLBACK_PATH}`,
      scope: 'openid email',
      state: visit.state,
      nonce: visit.nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, visit: this.cipher.encrypt(JSON.stringify(visit)) };
  }

  /** @param query of the address to which the provider sent the browser @throws PROVIDER_FAILED, PROVIDER_UNREACHABLE */
  async comeBack(query: string, sealed: string | undefined): Promise<{ claims: ProviderClaims; back: string }> {
    const visit = this.visitOf(sealed);
    const configuration = await this.configuration();
    try {
      const tokens = await authorizationCodeGrant(configuration, new URL(`${this.config.publicUrl}${CALLBACK_PATH}${query}`), {
        expectedState: visit.state,
        expectedNonce: visit.nonce,
        pkceCodeVerifier: visit.verifier,
        idTokenExpected: true,
      });
      const token = tokens.claims();
      if (!token) {
        throw failed();
      }
      // Some providers put the address into the token, some only here.
      const about = token['email'] === undefined ? await fetchUserInfo(configuration, tokens.access_token, token.sub) : token;
      return { claims: claimsOf(token, about), back: visit.back };
    } catch (error) {
      this.tell(error);
      throw failed();
    }
  }

  private visitOf(sealed: string | undefined): Visit {
    try {
      const visit = JSON.parse(this.cipher.decrypt(sealed ?? '')) as Visit;
      if (visit.endsAt > this.clock.now().getTime()) {
        return visit;
      }
    } catch {
      // No cookie of ours: the same answer as one too old.
    }
    throw failed();
  }

  private configuration(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.provider;
    const execute = issuer.startsWith('http:') ? [allowInsecureRequests] : [];
    this.known ??= discovery(new URL(issuer), clientId, clientSecret, undefined, { timeout: PATIENCE_SECONDS, execute }).catch((error: unknown) => {
      this.known = undefined;
      this.tell(error);
      throw new DomainError('unavailable', 'PROVIDER_UNREACHABLE', 'The other sign-in does not answer. Try again, or sign in with your password.');
    });
    return this.known;
  }

  /** The error's kind only: its text may quote what the provider says about somebody. */
  private tell(error: unknown): void {
    const { name, code } = error as { name?: string; code?: string };
    this.logger.warn(`The identity provider: ${name ?? 'error'} ${code ?? ''}`);
  }
}

type Said = Readonly<Record<string, unknown>>;

const claimsOf = (token: Said, about: Said): ProviderClaims => {
  const email = about['email'];
  const methods = [token['amr'], token['acr']].flat().filter((method) => typeof method === 'string');
  return {
    issuer: String(token['iss']),
    subject: String(token['sub']),
    verifiedEmail: typeof email === 'string' && about['email_verified'] === true ? email.toLowerCase() : null,
    methods,
  };
};
