import { createHash } from 'node:crypto';
import { KnownNames, type ReadItem, readItem } from '@motcua/catalogue-domain';
import { canonicalJson, type Queries } from '@motcua/platform';
import { findNamedAgencies } from '../persistence/agencies.js';
import { findNamedFields } from '../persistence/fields.js';

export const itemHash = (item: object): string => createHash('sha256').update(canonicalJson(item)).digest('hex');

/** Read anew each time: what is asked and noted is added to a reading. */
export const readPortalItem = (item: unknown): ReadItem => readItem(item, '/item');

/** The fields and agencies that items name, as far as the catalogue has them. */
export async function namesIn(queries: Queries, items: readonly object[]): Promise<KnownNames> {
  const drafts = items.map(readPortalItem).flatMap(({ draft }) => draft ?? []);
  const fields = drafts.flatMap((draft) => draft.fields);
  const agencies = drafts.flatMap((draft) => draft.agencies);
  const codes = (given: typeof fields): string[] => given.flatMap(({ code }) => code ?? []);
  const names = (given: typeof fields): string[] => given.map(({ name }) => name);
  const [knownFields, knownAgencies] = await Promise.all([
    findNamedFields(queries, codes(fields), names(fields)),
    findNamedAgencies(queries, codes(agencies), names(agencies)),
  ]);
  return new KnownNames(knownFields, knownAgencies);
}
