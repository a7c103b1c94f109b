import type { FieldRecord, PortalDifference } from '@motcua/catalogue-domain';
import type { Aggregate, HistoryEntry } from '@motcua/platform';
import { saveFields } from '../persistence/fields.js';
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
    // First: what was decided is not compared again with the draft that was made of it.
    await savePortalDifferences(queries, changes);
    const procedures = changes.flatMap(({ procedure }) => procedure ?? []);
    if (procedures.length > 0) await saveChanges(queries, procedures);
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
