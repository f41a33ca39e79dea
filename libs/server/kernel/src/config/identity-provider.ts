/** Somebody else's OpenID Connect sign-in, which this installation trusts to say who somebody is. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** On the button of the sign-in page, as the operator's staff call it. */
  readonly label: string;
  /** Values of `amr` or `acr` that count as a second step; empty: none does. */
  readonly secondStep: readonly string[];
}

type Read = <T>(variable: string, parse: (text: string | undefined) => T) => T;

/** All variables or none. The issuer is the only address that signing in ever asks, and only the operator sets it. */
export const identityProviderOf = (read: Read): IdentityProvider | null => {
  const issuer = read('SAMPAN_OIDC_ISSUER', issuerOf);
  const needed = (text: string | undefined): string => {
    if (issuer && !text) {
      throw new Error('is missing; sign-in by SAMPAN_OIDC_ISSUER needs it.');
    }
    return text ?? '';
  };
  const rest = {
    clientId: read('SAMPAN_OIDC_CLIENT_ID', needed),
    clientSecret: read('SAMPAN_OIDC_CLIENT_SECRET', needed),
    label: read('SAMPAN_OIDC_LABEL', needed),
    secondStep: read('SAMPAN_OIDC_SECOND_STEP', (text) => text?.split(/[\s,]+/).filter(Boolean) ?? []),
  };
  return issuer ? { issuer, ...rest } : null;
};

/** Plain http only to this machine, where a test or a trial stands. */
const issuerOf = (text: string | undefined): string | null => {
  if (!text) {
    return null;
  }
  const url = URL.parse(text);
  const isHere = url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (!url || (url.protocol !== 'https:' && !isHere)) {
    throw new Error('must be an https address such as https://sign-in.example/realms/staff.');
  }
  return text;
};
