type Node = Record<string, unknown> | unknown[];
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** One more field for each object of a form, however deep: the body with it, and where it is. */
export const withOneMore = (body: Readonly<Record<string, unknown>>, name: string, value: unknown): { readonly body: unknown; readonly at: string }[] => {
  const paths = objectsOf(body, []);
  return paths.map((path) => {
    const copy = structuredClone(body) as Record<string, unknown>;
    const holder = path.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], copy) as object;
    // Not by assignment: `__proto__` must stand in the text as a name.
    Object.defineProperty(holder, name, { value, enumerable: true });
    return { body: copy, at: [...path, name].join('.') };
  });
};

const objectsOf = (node: Node, path: readonly string[]): (readonly string[])[] => [
  ...(Array.isArray(node) ? [] : [path]),
  ...Object.entries(node).flatMap(([key, inner]) => (isNode(inner) ? objectsOf(inner, [...path, key]) : [])),
];
