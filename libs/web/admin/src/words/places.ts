import { computed, inject, Injectable, resource } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Api, centresSearch, countriesList } from '@sampan/web-client';
import { Session } from '@sampan/web-session';

/** Names of countries and centres, for those who look after them. */
@Injectable({ providedIn: 'root' })
export class Places {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly transloco = inject(TranslocoService);
  private readonly known = resource({ loader: () => this.api.invoke(countriesList) });
  /** Fresh from the server: the session's own list is as old as the sign-in. */
  private readonly files = resource({
    params: () => (this.session.can('centre.write') ? true : undefined),
    loader: async () => (await this.api.invoke(centresSearch, { limit: 100 })).items,
  });

  readonly countries = computed(() => {
    const language = this.transloco.activeLang();
    return (this.known.hasValue() ? this.known.value() : []).map(({ code, names, timeZone }) => ({ code, timeZone, name: names[language] ?? names['en'] ?? code }));
  });
  readonly centres = computed(() => (this.files.hasValue() ? this.files.value() : (this.session.who()?.centres ?? [])));
  private readonly centreNames = computed(() => new Map([...(this.session.who()?.centres ?? []), ...this.centres()].map(({ id, name }) => [id, name])));

  /** After a centre was added or changed. */
  reload(): void {
    this.files.reload();
  }

  country(code: string): string {
    return this.countries().find((one) => one.code === code)?.name ?? code;
  }

  centre(id: string | null): string {
    return id ? (this.centreNames().get(id) ?? '–') : '–';
  }
}
