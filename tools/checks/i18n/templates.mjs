import { parseTemplate } from '@angular/compiler';

const VISIBLE_ATTRIBUTES = new Set(['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'label', 'heading', 'caption', 'empty', 'hint', 'legend', 'confirm']);
/** The product's name, and what stands on keys, is the same in every language. */
const SAME_EVERYWHERE = new Set(['Sampan']);
const UNTRANSLATED_ELEMENTS = new Set(['code', 'kbd', 'script', 'style']);
const LETTER = /\p{L}/u;

/** @param {string} file @param {string} text @returns {{ template: string, line: number }[]} */
export function templatesOf(file, text) {
  if (file.endsWith('.html')) return [{ template: text, line: 0 }];
  return [...text.matchAll(/\btemplate:\s*(?:`([^`]*)`|'([^']*)')/g)].map((match) => ({
    template: match[1] ?? match[2] ?? '',
    line: text.slice(0, match.index).split('\n').length - 1,
  }));
}

/** Words in an expression: `ready ? 'Yes' : 'Not yet'`. Codes and keys are lower-case without spaces. @param {string} source */
const wordsIn = (source) => [...source.matchAll(/'([^']*)'|`([^`]*)`/g)].map(([, plain, filled]) => plain ?? filled?.replace(/\$\{[^}]*\}/g, ' ').replace(/^\s*\S*[.-]\s*$/, '') ?? '').filter((words) => LETTER.test(words) && (/^\p{Lu}\p{Ll}/u.test(words) || /\p{L}{2,}\s+\p{L}|^\s+\p{L}|\p{L}\s+$/u.test(words)));

/**
 * Everything that a reader would see and a translator would not.
 * @param {string} template
 * @returns {{ text: string, line: number }[]}
 */
export function literalsOf(template) {
  /** @type {{ text: string, line: number }[]} */
  const found = [];
  const { nodes } = parseTemplate(template, '', { preserveWhitespaces: false });

  /** @param {string} text @param {any} node */
  const note = (text, node) => {
    const words = text.trim();
    if (LETTER.test(words) && !SAME_EVERYWHERE.has(words)) found.push({ text: words, line: node.sourceSpan.start.line + 1 });
  };
  /** @param {any} value of a binding @param {any} node */
  const noteExpression = (value, node) => {
    const ast = value?.ast ?? value;
    for (const part of ast?.strings ?? []) note(part, node);
    for (const words of wordsIn(value?.source ?? '')) note(words, node);
  };
  /** @param {any} node */
  const visit = (node) => {
    if (!node || UNTRANSLATED_ELEMENTS.has(node.name)) return;
    if (typeof node.value === 'string' && !node.name) note(node.value, node);
    else if (node.value && !node.name) noteExpression(node.value, node);
    for (const attribute of node.attributes ?? []) if (VISIBLE_ATTRIBUTES.has(attribute.name)) note(attribute.value ?? '', attribute);
    for (const bound of node.inputs ?? []) if (VISIBLE_ATTRIBUTES.has(bound.name)) noteExpression(bound.value, bound);
    for (const attribute of node.templateAttrs ?? []) if (VISIBLE_ATTRIBUTES.has(attribute.name)) noteExpression(attribute.value, attribute);
    for (const child of [...(node.children ?? []), ...(node.branches ?? []), ...(node.cases ?? []), ...(node.groups ?? []), node.empty, node.placeholder, node.loading, node.error]) visit(child);
  };
  nodes.forEach(visit);
  return found;
}
