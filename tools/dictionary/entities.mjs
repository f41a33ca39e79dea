/** Reads what the entities of the server say of their tables: names, types, values, references, and the comments on them. */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** @typedef {{ name: string, type: string, optional: boolean, refersTo: string, values: string[], meaning: string }} ColumnOf */
/** @typedef {{ room: string, name: string, meaning: string, columns: ColumnOf[] }} TableOf */

/** What a column of ours is in the database, and what must be known of it. A plain `@Column` says its type itself. */
const KINDS = {
  DayColumn: { type: 'date', meaning: '' },
  MomentColumn: { type: 'timestamptz', meaning: '' },
  VersionColumn: { type: 'integer', meaning: 'Counts changes; a change names the version that it saw.' },
  MoneyColumn: { type: 'numeric', meaning: '' },
  SealedColumn: { type: 'text', meaning: '**Sealed** (AES-256-GCM).' },
  LookUpColumn: { type: 'text', meaning: 'Keyed hash (HMAC) to find a sealed text again.' },
};

/** @param {string} name @returns {string} as the naming strategy of the database has it */
const snake = (name) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** @param {ts.Node} node @returns {string} the comment on it, in one line */
const commentOn = (node) =>
  ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** @param {ts.HasDecorators} node @returns {Map<string, ts.NodeArray<ts.Expression>>} name of each decorator, and what it is given */
const decoratorsOf = (node) =>
  new Map(
    (ts.getDecorators(node) ?? []).flatMap(({ expression }) =>
      ts.isCallExpression(expression) ? [[expression.expression.getText(), expression.arguments]] : [],
    ),
  );

/** @param {readonly ts.Expression[]} given @param {string} name @returns {string | undefined} an option as it is written */
function option(given, name) {
  for (const one of given.filter(ts.isObjectLiteralExpression)) {
    for (const property of one.properties) {
      if (ts.isPropertyAssignment(property) && property.name.getText() === name) return property.initializer.getText();
    }
  }
  return undefined;
}

/** @param {string | undefined} text */
const unquoted = (text) => text?.replace(/^['"`]|['"`]$/g, '');

/** @param {ts.Expression | undefined} target `() => Person` or `'Person'`, which a room says of one that it may not see */
const entityNamed = (target) => unquoted(target && ts.isArrowFunction(target) ? target.body.getText() : target?.getText()) ?? '';

/** @param {ts.TypeChecker} checker @param {ts.PropertyDeclaration} property @returns {string[]} the codes that it may hold */
function valuesOf(checker, property) {
  const whole = checker.getNonNullableType(checker.getTypeAtLocation(property));
  const type = checker.isArrayType(whole) ? checker.getTypeArguments(/** @type {ts.TypeReference} */ (whole))[0] : whole;
  const parts = type.isUnion() ? type.types : [type];
  return parts.every((part) => part.isStringLiteral()) ? parts.map((part) => /** @type {ts.StringLiteralType} */ (part).value) : [];
}

/** @param {ts.TypeChecker} checker @param {ts.ClassDeclaration} entity @returns {ColumnOf[]} in the order of the source; they refer to entities by their class */
function columnsOf(checker, entity) {
  const properties = entity.members.filter(ts.isPropertyDeclaration).map((property) => ({ property, decorators: decoratorsOf(property) }));
  const joined = new Map(
    properties.flatMap(({ property, decorators }) => {
      const relation = decorators.get('ManyToOne') ?? decorators.get('OneToOne');
      const name = unquoted(option(decorators.get('JoinColumn') ?? ts.factory.createNodeArray(), 'name')) ?? `${snake(property.name.getText())}_id`;
      return relation ? [[name, entityNamed(relation[0])]] : [];
    }),
  );
  return properties.flatMap(({ property, decorators }) => {
    const kind = [...decorators.keys()].find((name) => name.endsWith('Column') && name !== 'JoinColumn');
    if (!kind) return [];
    const given = decorators.get(kind) ?? ts.factory.createNodeArray();
    const known = KINDS[/** @type {keyof typeof KINDS} */ (kind)];
    const type = known?.type ?? unquoted(given.find(ts.isStringLiteral)?.getText()) ?? unquoted(option(given, 'type')) ?? 'text';
    const name = unquoted(option(given, 'name')) ?? snake(property.name.getText());
    return [
      {
        name,
        type: option(given, 'array') === 'true' ? `${type}[]` : type,
        optional: option(given, 'nullable') === 'true',
        refersTo: joined.get(name) ?? entityNamed(decorators.get('ForeignKey')?.[0]),
        values: valuesOf(checker, property),
        meaning: [known?.meaning, commentOn(property)].filter(Boolean).join(' '),
      },
    ];
  });
}

/** @param {string} root of the project @returns {TableOf[]} ordered by room and name */
export function tablesOf(root) {
  const server = join(root, 'libs', 'server');
  const files = readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.entity.ts'))
    .map((file) => join(server, file));
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(join(root, 'apps/api/tsconfig.json'), ts.sys.readFile).config, ts.sys, join(root, 'apps/api'));
  const program = ts.createProgram(files, { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const entities = files.flatMap((file) =>
    (program.getSourceFile(file)?.statements.filter(ts.isClassDeclaration) ?? []).flatMap((entity) => {
      const given = decoratorsOf(entity).get('Entity');
      return given ? [{ entity, room: relative(server, file).split('/')[0], name: unquoted(given[0]?.getText()) ?? '' }] : [];
    }),
  );
  const tableNamed = new Map(entities.map(({ entity, name }) => [entity.name?.text ?? '', name]));
  return entities
    .map(({ entity, room, name }) => ({
      room,
      name,
      meaning: commentOn(entity),
      columns: columnsOf(checker, entity).map((column) => ({ ...column, refersTo: tableNamed.get(column.refersTo) ?? '' })),
    }))
    .sort((one, other) => one.room.localeCompare(other.room) || one.name.localeCompare(other.name));
}
