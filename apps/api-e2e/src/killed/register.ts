import { newId } from '@sampan/kernel';
import type { Client } from '../support/client';
import { until } from './product';

const SYLLABLES = ['ban', 'cho', 'dik', 'fel', 'gur', 'hom', 'jat', 'kev', 'lur', 'mip', 'nag'];

const word = (index: number): string => [index, Math.floor(index / 11), Math.floor(index / 121), index * 7].map((at) => SYLLABLES[at % 11]).join('');
const two = (number: number): string => String(number).padStart(2, '0');

/** People who are nobody's duplicates, and one row without a name. */
const register = (rows: number): string => {
  const line = (_: unknown, index: number): string =>
    index === 40 ? ',1990-01-01' : `Imported ${word(index)} ${word(index * 13 + 5)},${1960 + (index % 40)}-${two(1 + (index % 12))}-${two(1 + (index % 28))}`;
  return ['Name,Date of birth', ...Array.from({ length: rows }, line)].join('\n');
};

export const stateOf = async (client: Client, path: string): Promise<string> => (await client.get<{ state: string }>(path)).body.state;

/** A register of so many rows, ready to be committed: all but one become people. */
export const checkedImport = async (registrar: Client, centreId: string, rows: number): Promise<string> => {
  const form = new FormData();
  form.set('id', newId());
  form.set('centreId', centreId);
  form.set('file', new Blob([register(rows)]), 'register.csv');
  const { body } = await registrar.post<{ id: string; mapping: object }>('imports', form);
  await registrar.put(`imports/${body.id}/mapping`, { mapping: body.mapping });
  await until('the dry run is done', async () => (await stateOf(registrar, `imports/${body.id}`)) === 'checked');
  return body.id;
};
