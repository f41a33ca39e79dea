import { Injectable, signal } from '@angular/core';

const KEY = 'sampan.recent-colleagues';
const KEPT = 6;

export interface RecentColleague {
  readonly email: string;
  readonly displayName: string;
}

/** Who signed in on this device lately, for the fast change of user on a shared tablet. Staff only, and each can be removed. */
@Injectable({ providedIn: 'root' })
export class RecentColleagues {
  readonly all = signal<readonly RecentColleague[]>(JSON.parse(localStorage.getItem(KEY) ?? '[]') as RecentColleague[]);

  add({ email, displayName }: RecentColleague): void {
    this.keep([{ email, displayName }, ...this.all().filter((one) => one.email !== email)].slice(0, KEPT));
  }

  remove(email: string): void {
    this.keep(this.all().filter((one) => one.email !== email));
  }

  private keep(colleagues: readonly RecentColleague[]): void {
    this.all.set(colleagues);
    localStorage.setItem(KEY, JSON.stringify(colleagues));
  }
}
