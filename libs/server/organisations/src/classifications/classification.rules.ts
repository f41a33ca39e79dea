/** The five languages of the screens. */
export type NamesOfCode = Readonly<Record<'en' | 'km' | 'th' | 'zh' | 'id', string>>;

export interface NamedCode extends NamesOfCode {
  readonly code: string;
}

/**
 * ISCO-08 and ISCED-F 2013 are trees of digits: whatever stands for 7212 also stands under 721, 72 and 7. The name of the
 * nearest branch that has one; null when even the first digit is unknown.
 */
export const nearestName = (names: ReadonlyMap<string, NamedCode>, code: string): NamedCode | null => {
  for (let length = code.length; length > 0; length -= 1) {
    const found = names.get(code.slice(0, length));
    if (found) {
      return found;
    }
  }
  return null;
};
