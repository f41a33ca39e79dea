import { Injectable } from '@angular/core';

const PREFIX = 'sampan.draft.';

/**
 * What is being typed, kept through a time-out, a reload or a change of user. In this tab only and never beyond its closing:
 * a shared tablet must not keep a client's words.
 */
@Injectable({ providedIn: 'root' })
export class Drafts {
  read<T>(userId: string, name: string): T | null {
    const text = sessionStorage.getItem(`${PREFIX}${userId}.${name}`);
    return text === null ? null : (JSON.parse(text) as T);
  }

  keep(userId: string, name: string, draft: unknown): void {
    sessionStorage.setItem(`${PREFIX}${userId}.${name}`, JSON.stringify(draft));
  }

  drop(userId: string, name: string): void {
    sessionStorage.removeItem(`${PREFIX}${userId}.${name}`);
  }

  /** At sign-out: nobody else on this device may find them. */
  forget(): void {
    for (const key of Object.keys(sessionStorage).filter((one) => one.startsWith(PREFIX))) {
      sessionStorage.removeItem(key);
    }
  }
}
