import { HttpClient } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import { type Translation, type TranslocoLoader, TranslocoService } from '@jsverse/transloco';
import { LANGUAGES, type LanguageId } from '@sampan/web-kit';
import { firstValueFrom } from 'rxjs';
import { Session } from './session';

const KEY = 'sampan.language';
const FROM_THE_START = ['kit', 'session', 'shell'] as const;

/** `en` is what every page needs; `training/en` is one library's texts. */
@Injectable({ providedIn: 'root' })
export class TextLoader implements TranslocoLoader {
  private readonly http = inject(HttpClient);

  async getTranslation(path: string): Promise<Translation> {
    const [library, language] = path.includes('/') ? (path.split('/') as [string, string]) : [null, path];
    if (library) {
      return this.fetch(library, language);
    }
    const parts = await Promise.all(FROM_THE_START.map(async (name) => [name, await this.fetch(name, language)] as const));
    return Object.fromEntries(parts);
  }

  private fetch(library: string, language: string): Promise<Translation> {
    return firstValueFrom(this.http.get<Translation>(`/i18n/${library}/${language}.json`));
  }
}

/**
 * The language of the screen, changed without a reload. What the person chose on this device comes first, then what
 * their account says, then what the device prefers; only a choice is remembered, so that a guess never hides the account.
 */
@Injectable({ providedIn: 'root' })
export class Language {
  private readonly transloco = inject(TranslocoService);
  private readonly session = inject(Session);
  private readonly libraries = new Set<string>();
  readonly current = signal<LanguageId>('en');
  /** The libraries whose texts are here, for those who look a key up in all of them. */
  readonly loaded = signal<readonly string[]>(FROM_THE_START);

  start(): Promise<void> {
    return this.show(this.chosen() ?? this.preferred());
  }

  /** The person picks a language: it stays on this device, and on their account if they are signed in. */
  async choose(language: LanguageId): Promise<void> {
    localStorage.setItem(KEY, language);
    await this.show(language);
    await this.session.speak(language);
  }

  /** After somebody has arrived: on a device where nobody chose, their account's language applies. */
  async followAccount(): Promise<void> {
    const theirs = known(this.session.who()?.locale ?? null);
    if (theirs && !this.chosen() && theirs !== this.current()) {
      await this.show(theirs);
    }
  }

  /** Everything that is on the screen is fetched first, so that no key is ever seen. */
  private async show(language: LanguageId): Promise<void> {
    await Promise.all([language, ...[...this.libraries].map((library) => `${library}/${language}`)].map((path) => firstValueFrom(this.transloco.load(path))));
    this.transloco.setActiveLang(language);
    this.current.set(language);
    document.documentElement.lang = language;
  }

  async bring(libraries: readonly string[]): Promise<void> {
    const fresh = libraries.filter((library) => !this.libraries.has(library));
    await Promise.all(fresh.map((library) => firstValueFrom(this.transloco.load(`${library}/${this.current()}`))));
    fresh.forEach((library) => this.libraries.add(library));
    this.loaded.set([...FROM_THE_START, ...this.libraries]);
  }

  private chosen(): LanguageId | null {
    return known(localStorage.getItem(KEY));
  }

  private preferred(): LanguageId {
    return navigator.languages.map((tag) => known(tag.split('-')[0] ?? '')).find((language) => language !== null) ?? 'en';
  }
}

const known = (tag: string | null): LanguageId | null => LANGUAGES.find((language) => language.id === tag)?.id ?? null;

/** On a route: its libraries' texts are there before its pages are. */
export const texts =
  (...libraries: readonly string[]): ResolveFn<void> =>
  () =>
    inject(Language).bring(libraries);
