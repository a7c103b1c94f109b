import { createHash } from 'node:crypto';
import {
  type FieldRecord,
  type HashedItem,
  importItems,
  type ImportResult,
  KnownNames,
  type ProcedureState,
  readItem,
} from '@motcua/catalogue-domain';
import type { Language } from '@motcua/kernel';
import { type Aggregate, canonicalJson, type CommandKind, type HistoryEntry, ok, Unchanged } from '@motcua/platform';
import { findNamedAgencies } from '../persistence/agencies.js';
import { findNamedFields, saveFields } from '../persistence/fields.js';
import { line } from '../persistence/history.js';
import { lockNames } from '../persistence/lock-names.js';
import { readProcedures } from '../persistence/procedures.js';
import { type ImportView, importView } from '../views/import.view.js';
import { PROCEDURE, type ProcedureChange, procedureEvents, saveChanges } from './procedure-change.js';

interface ImportProcedures {
  readonly items: readonly unknown[];
  readonly dryRun: boolean;
  readonly actor: string;
  /** In which faults are told. */
  readonly language: Language;
}

interface Facts {
  readonly items: readonly HashedItem[];
  readonly before: ReadonlyMap<string, ProcedureState>;
  readonly names: KnownNames;
}

/** The procedures that one import changes, the first of them apart, and the fields that it brings. */
interface ImportChange {
  readonly procedures: readonly [ProcedureChange, ...ProcedureChange[]];
  readonly newFields: readonly FieldRecord[];
  readonly results: readonly ImportResult[];
}

const IMPORT: Aggregate<ImportChange> = {
  save: async (queries, changes) => {
    const fields = changes.flatMap(({ newFields }) => newFields.map((after) => ({ before: null, after })));
    await saveFields(queries, fields);
    await saveChanges(
      queries,
      changes.flatMap(({ procedures }) => procedures),
    );
    return undefined;
  },
  events: ({ procedures }) => procedures.flatMap(procedureEvents),
  history: ({ procedures: [first, ...rest], newFields }) => {
    const { actor, at } = first;
    const fields = newFields.map(({ code, name }) => line('field', code, 'created', { at, actor, detail: { name } }));
    const others: HistoryEntry[] = rest.flatMap((change) => [...PROCEDURE.history(change)]);
    return [...PROCEDURE.history(first), ...others, ...fields];
  },
};

const hashed = (item: unknown, index: number): HashedItem => ({
  read: readItem(item, `/items/${index}`),
  contentHash: createHash('sha256').update(canonicalJson(item)).digest('hex'),
});

/** Makes drafts of procedures in the national portal's forms. A bad item is refused, and the rest imported. */
export const IMPORT_PROCEDURES: CommandKind<ImportProcedures, Facts, ImportChange, ImportView> = {
  aggregate: IMPORT,
  about: () => 'import',
  // Imports are never in one group (`about`): there is one command.
  facts: async (queries, commands) => {
    const read = commands.map(({ items }) => items.map(hashed));
    const drafts = read.flat().flatMap(({ read: { draft } }) => draft ?? []);
    const codes = drafts.map(({ code }) => code);
    const given = {
      fields: drafts.flatMap(({ fields }) => fields),
      agencies: drafts.flatMap(({ agencies }) => agencies),
    };
    if (commands.some(({ dryRun }) => !dryRun)) {
      await lockNames(queries, 'field', codesAndNames(given.fields)[0]);
      await lockNames(queries, 'procedure', codes);
    }
    const [before, fields, agencies] = await Promise.all([
      readProcedures(queries, codes),
      findNamedFields(queries, ...codesAndNames(given.fields)),
      findNamedAgencies(queries, ...codesAndNames(given.agencies)),
    ]);
    return read.map((items) => ({ items, before, names: new KnownNames(fields, agencies) }));
  },
  decide: ({ items, before, names }, { dryRun, actor, language }, at) => {
    const { results, procedures, newFields } = importItems(items, before, names, at);
    const [first, ...rest] = procedures.map((procedure) => ({ ...procedure, actor, at }));
    if (dryRun || !first) return new Unchanged(ok(importView(results, dryRun, language)));
    return { procedures: [first, ...rest], newFields, results };
  },
  answer: ({ results }, _, { dryRun, language }) => ok(importView(results, dryRun, language)),
};

const codesAndNames = (
  given: readonly { readonly code: string | null; readonly name: string }[],
): [string[], string[]] => [given.flatMap(({ code }) => code ?? []), given.map(({ name }) => name)];
