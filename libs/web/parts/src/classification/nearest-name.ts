/** Codes of a classification are a tree of digits: the name of the nearest branch that has one. */
export const nearestName = (names: ReadonlyMap<string, string>, code: string): string | null => {
  for (let length = code.length; length > 0; length -= 1) {
    const name = names.get(code.slice(0, length));
    if (name !== undefined) {
      return name;
    }
  }
  return null;
};

/** Lines whose name contains the text, or whose code begins with it. */
export const foundBy = <Line extends { readonly code: string; readonly name: string }>(lines: readonly Line[], text: string, most: number): Line[] => {
  const part = text.trim().toLocaleLowerCase();
  return part === '' ? [] : lines.filter(({ code, name }) => code.startsWith(part) || name.toLocaleLowerCase().includes(part)).slice(0, most);
};
