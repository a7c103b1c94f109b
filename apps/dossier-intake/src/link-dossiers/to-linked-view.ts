import { ENDED, type Link } from '@motcua/dossier-domain';
import { withOffset } from '@motcua/kernel';
import { type DossierRow, owedOf } from '../persistence/dossier-row.js';
import type { LinkedView } from './linked.view.js';

export type LinkedRow = DossierRow & { readonly link: Link };

/** Their common version: it grows with each of theirs. */
export const versionOf = (rows: readonly Pick<DossierRow, 'version'>[]): number =>
  rows.reduce((sum, { version }) => sum + version, 0);

export const isLinked = (row: DossierRow): row is LinkedRow => row.link !== null;

/** @param rows in their order, one at least @param agencies names, by code */
export function linkedView(rows: readonly DossierRow[], agencies: ReadonlyMap<string, string>): LinkedView {
  const linked = rows.filter(isLinked);
  const [first] = linked;
  if (!first) throw new Error('dossiers that are linked have a link');
  const { id, group, groupName } = first.link;
  return {
    id,
    group,
    groupName,
    dossiers: linked.map((row) => ({
      id: row.id,
      code: row.code,
      step: row.link.step,
      procedureCode: row.procedureCode,
      procedureName: row.procedureName,
      competentAgency: row.competentAgency,
      agencyName: agencies.get(row.competentAgency) ?? null,
      status: row.status,
      dueAt: row.promisedDueAt && withOffset(row.promisedDueAt),
      owed: owedOf(row),
      waitsFor: ENDED.has(row.status) ? [] : row.waitsFor,
    })),
  };
}
