export const LANGUAGES = ['en', 'km', 'th', 'zh', 'id'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One sentence in every language of the product; data, so that an old version reads for ever as it did. */
export type LocalisedText = Readonly<Record<Language, string>>;

/** Puts values into `{name}` places, the same in every language. */
export const fillIn = (text: LocalisedText, values: Readonly<Record<string, string | number>>): LocalisedText => {
  const filled = (sentence: string): string =>
    sentence.replaceAll(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place));
  return { en: filled(text.en), km: filled(text.km), th: filled(text.th), zh: filled(text.zh), id: filled(text.id) };
};
