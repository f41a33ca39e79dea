import { computed, inject, Injectable, resource } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Api, classificationsList, type ClassificationsDto } from '@sampan/web-client';
import type { LookupOption } from '@sampan/web-kit';
import { foundBy, nearestName } from './nearest-name';

type Language = 'en' | 'km' | 'th' | 'zh' | 'id';

const MOST_FOUND = 12;
const WHOLE_CODE = /^\d{4}$/;

/** What occupations (ISCO-08) and fields of education (ISCED-F) are called in the language of the screen; asked once for each language. */
@Injectable({ providedIn: 'root' })
export class Classifications {
  private readonly api = inject(Api);
  private readonly transloco = inject(TranslocoService);
  private readonly asked = new Map<string, Promise<ClassificationsDto>>();
  private readonly known = resource({ params: () => this.transloco.activeLang(), loader: ({ params }) => this.ask(params) });
  private readonly lists = computed(() => (this.known.hasValue() ? this.known.value() : { occupations: [], educationFields: [] }));
  private readonly occupations = computed(() => new Map(this.lists().occupations.map(({ code, name }) => [code, name])));
  private readonly fields = computed(() => new Map(this.lists().educationFields.map(({ code, name }) => [code, name])));

  /** The code itself until the names are there, and where none stands for it. */
  occupation(code: string): string {
    return nearestName(this.occupations(), code) ?? code;
  }

  educationField(code: string): string {
    return nearestName(this.fields(), code) ?? code;
  }

  /** An occupation as a field shows it, once the names are there. */
  async occupationOption(code: string): Promise<LookupOption> {
    const { occupations } = await this.ask(this.transloco.activeLang());
    return { id: code, label: nearestName(new Map(occupations.map((line) => [line.code, line.name])), code) ?? code, hint: code };
  }

  /** Occupations by a part of the name or the beginning of the code; a whole code always, by the name of its group. */
  async findOccupations(text: string): Promise<LookupOption[]> {
    const { occupations } = await this.ask(this.transloco.activeLang());
    const found = foundBy(occupations.filter(({ code }) => WHOLE_CODE.test(code)), text, MOST_FOUND);
    return found.length === 0 && WHOLE_CODE.test(text.trim()) ? [await this.occupationOption(text.trim())] : found.map(({ code, name }) => ({ id: code, label: name, hint: code }));
  }

  private ask(language: string): Promise<ClassificationsDto> {
    const asked = this.asked.get(language) ?? this.api.invoke(classificationsList, { language: language as Language });
    this.asked.set(language, asked);
    // What failed is asked again the next time.
    asked.catch(() => this.asked.delete(language));
    return asked;
  }
}
