import { createHmac } from 'node:crypto';
import { folded } from '@motcua/kernel';
import { type Queries, sql } from '@motcua/platform';
import type { DossierRow } from './dossier-row.js';

const hash = (key: string, kind: 'name' | 'phone', word: string): string =>
  createHmac('sha256', key).update(`${kind}:${word}`).digest('base64url').slice(0, 22);

/** The last nine digits: `+84 900…` and `0900…` are one number. */
const digitsOf = (phone: string): string => phone.replaceAll(/\D/g, '').slice(-9);

/** Keyed hashes of the words of a name, without their diacritics (ADR 0035). */
export const nameWords = (key: string, name: string): string[] => [
  ...new Set(
    folded(name)
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => hash(key, 'name', word)),
  ),
];

export const phoneWord = (key: string, phone: string): string => hash(key, 'phone', digitsOf(phone));

/** By what a dossier is found beside its columns. */
export const searchWords = (key: string, { applicant: { fullName, phone } }: DossierRow): string[] => [
  ...nameWords(key, fullName),
  ...(phone === null ? [] : [phoneWord(key, phone)]),
];

/** Brings the words of these dossiers to what is said of their applicants now. */
export async function saveSearchWords(
  queries: Queries,
  dossiers: readonly { readonly id: string; readonly words: readonly string[] }[],
): Promise<void> {
  if (dossiers.length === 0) return;
  const wanted = dossiers.flatMap(({ id, words }) => words.map((word) => ({ dossier_id: id, word })));
  const ids = dossiers.map(({ id }) => id);
  await queries.query(sql`
    WITH wanted AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w (dossier_id uuid, word text)),
      gone AS (DELETE FROM dossier_word d WHERE d.dossier_id = ANY (${ids}::uuid[])
        AND NOT EXISTS (SELECT FROM wanted w WHERE w.dossier_id = d.dossier_id AND w.word = d.word))
    INSERT INTO dossier_word (word, dossier_id) SELECT word, dossier_id FROM wanted ON CONFLICT DO NOTHING`);
}
