import { inject } from '@angular/core';
import { Api, peopleSearch } from '@sampan/web-client';
import { languageOfScript, type LookupOption } from '@sampan/web-kit';

const MOST_FOUND = 8;

/** What a lookup of a person asks: by any part of the name or the number, within reach. Call where inject() may be called. */
export const findPeople = (): ((text: string) => Promise<readonly LookupOption[]>) => {
  const api = inject(Api);
  return async (text) => {
    const { items } = await api.invoke(peopleSearch, { body: { text, limit: MOST_FOUND } });
    return items.map(({ id, displayName, latinName, reference }) => ({
      id, label: displayName, hint: [latinName === displayName ? null : latinName, reference].filter(Boolean).join(' · '), lang: languageOfScript(displayName),
    }));
  };
};
