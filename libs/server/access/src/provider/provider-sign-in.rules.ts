/** What the identity provider says about whoever signed in there. */
export interface ProviderClaims {
  readonly issuer: string;
  readonly subject: string;
  /** Null unless the provider says that it has verified it. */
  readonly verifiedEmail: string | null;
  /** How they signed in: `amr` and `acr` together. */
  readonly methods: readonly string[];
}

/** How long signing in at the provider may take. */
export const AT_PROVIDER_SECONDS = 600;

export const vouchesForSecondStep = ({ methods }: ProviderClaims, trusted: readonly string[]): boolean => trusted.some((method) => methods.includes(method));

/** Only a path of ours; anything else leads to the first page. A browser reads `/\x` as another site. */
export const ownPath = (back: string | undefined, publicUrl: string): string => {
  const url = back?.startsWith('/') ? URL.parse(back, publicUrl) : null;
  return url && url.origin === new URL(publicUrl).origin ? `${url.pathname}${url.search}` : '/';
};
