/**
 * The same function, which remembers what it has read: the names and sounds of a region repeat, and of one person's name
 * several things are derived. Only for functions of a text that always answer the same.
 * @param most how many texts are remembered; then all are forgotten
 */
export const readOnce = <T>(most: number, read: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) {
      return before;
    }
    if (known.size >= most) {
      known.clear();
    }
    const now = read(text);
    known.set(text, now);
    return now;
  };
};
