/** Who is signed in, as `auth/me` answers. */
export interface Who {
  readonly user: { readonly id: string; readonly displayName: string; readonly email: string };
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  readonly reach: string;
  readonly centres: readonly { readonly id: string; readonly name: string; readonly country: string; readonly timeZone: string; readonly closed?: boolean }[];
  readonly locale: string | null;
  readonly demo: boolean;
  /** The role takes a second step when signing in: until it is set up, nothing else is open. */
  readonly owesSecondFactor?: boolean;
}
