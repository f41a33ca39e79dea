import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { CsrfToken } from './csrf-token';

const tokenIn = (cookie: string): string | null => {
  TestBed.resetTestingModule().configureTestingModule({ providers: [CsrfToken, { provide: DOCUMENT, useValue: { cookie } }] });
  return TestBed.inject(CsrfToken).getToken();
};

describe('the token of our page', () => {
  it('is read from the cookie that the server gave, over http and over https', () => {
    expect(tokenIn('a=b; XSRF-TOKEN=t%2Bk; c=d')).toBe('t+k');
    expect(tokenIn('__Host-XSRF-TOKEN=host')).toBe('host');
    expect(tokenIn('')).toBeNull();
  });

  it('is the one that only this address can have given, where there are two', () => {
    expect(tokenIn('XSRF-TOKEN=neighbour; __Host-XSRF-TOKEN=host')).toBe('host');
  });
});
