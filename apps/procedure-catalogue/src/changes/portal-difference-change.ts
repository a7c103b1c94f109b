import { createHash } from 'node:crypto';
import { type FieldRecord, KnownNames, type PortalDifference, type ReadItem, readItem } from '@motcua/catalogue-domain';
import { type Aggregate, canonicalJson, type HistoryEntry, type Queries } from '@motcua/platform';
import { findNamedAgencies } from '../persistence/agencies.js';
import { findNamedFields, saveFields } from '../persistence/fields.js';
import { line } from '../persistence/history.js';
import { savePortalDifferences } from '../persistence/portal-differences.js';
import { PROCEDURE, type ProcedureChange, procedureEvents, saveChanges } from './procedure-change.js';

/** What became of a difference, and of its procedure where it was taken. */
export interface PortalDifferenceChange {
  readonly before: PortalDifference | null;
  readonly after: PortalDifference;
  readonly procedure: ProcedureChange | null;
  readonly newField: FieldRecord | null;
  readonly actor: string;
  readonly at: Temporal.Instant;
}

const ACTIONS = { open: 'found', settled: 'settled', taken: 'taken', dismissed: 'dismissed' } as const;

export const PORTAL_DIFFERENCE: Aggregate<PortalDifferenceChange> = {
  save: async (queries, changes) => {
    const newFields = new Map(changes.flatMap(({ newField }) => (newField ? [[newField.code, newField]] : [])));
    await saveFields(
      queries,
      [...newFields.values()].map((after) => ({ before: null, after })),
    );
    const procedures = changes.flatMap(({ procedure }) => procedure ?? []);
    if (procedures.length > 0) await saveChanges(queries, procedures);
    await savePortalDifferences(queries, changes);
    return undefined;
  },
  events: ({ procedure }) => (procedure ? procedureEvents(procedure) : []),
  history: ({ after, procedure, newField, actor, at }) => {
    const { kind, state, fields, portalRevision, draftVersion, reason } = after;
    const detail = { kind, portalRevision, fields: fields.map(({ field }) => field), draftVersion, reason };
    const others: HistoryEntry[] = procedure ? [...PROCEDURE.history(procedure)] : [];
    const field = newField
      ? [line('field', newField.code, 'created', { at, actor, detail: { name: newField.name } })]
      : [];
    return [line('portalDifference', after.procedure, ACTIONS[state], { at, actor, detail }), ...others, ...field];
  },
};

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
