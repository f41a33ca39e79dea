import { HttpXsrfTokenExtractor } from '@angular/common/http';
import { DOCUMENT, inject, Injectable } from '@angular/core';

/** With https a browser takes a cookie of the first name only from this very address. */
const NAMES = ['__Host-XSRF-TOKEN', 'XSRF-TOKEN'] as const;

/** The token that shows that a write comes from our page, as the server gave it: over https under a stricter name. */
@Injectable()
export class CsrfToken extends HttpXsrfTokenExtractor {
  private readonly document = inject(DOCUMENT);

  override getToken(): string | null {
    const cookies = new Map(this.document.cookie.split('; ').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
    const given = NAMES.map((name) => cookies.get(name)).find((token) => token);
    return given ? decodeURIComponent(given) : null;
  }
}
