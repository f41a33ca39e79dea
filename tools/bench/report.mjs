// What was measured, as a table for people and as JSON for machines.

/**
 * @typedef {object} Line
 * @property {string} name @property {number} connections @property {string} server
 * @property {number} perSecond @property {number} p50 @property {number} p99 @property {number} cpuMs @property {number} databaseMs
 *
 * @typedef {object} Goal
 * @property {string} what @property {string} least @property {string} reached @property {boolean} met
 */

const number = (/** @type {number} */ value, digits = 2) => (Number.isFinite(value) ? value.toFixed(digits) : '–');

/** @param {readonly (readonly string[])[]} rows */
const table = (rows) => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const lines = rows.map((row) => `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`);
  const rule = `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
};

/** @param {readonly Line[]} lines */
export const linesTable = (lines) =>
  table([
    ['scenario', 'connections', 'server', 'requests/s', 'p50 ms', 'p99 ms', 'server CPU ms', 'database CPU ms'],
    ...lines.map(({ name, connections, server, perSecond, p50, p99, cpuMs, databaseMs }) => [name, String(connections), server, number(perSecond, 0), number(p50), number(p99), number(cpuMs), number(databaseMs)]),
  ]);

/** @param {readonly Goal[]} goals */
export const goalsTable = (goals) => table([['goal', 'wanted', 'measured', 'met'], ...goals.map(({ what, least, reached, met }) => [what, least, reached, met ? 'yes' : 'NO'])]);

/** The median of some numbers. @param {readonly number[]} numbers */
export const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
