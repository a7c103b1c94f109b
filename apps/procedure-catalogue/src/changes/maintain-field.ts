import type { FieldRecord } from '@motcua/catalogue-domain';
import { type Aggregate, assertVersion, type CommandKind, created, ok, type RowChange } from '@motcua/platform';
import { findFields, saveFields } from '../persistence/fields.js';
import { compareNaming } from './compare-differences.js';
import { line } from '../persistence/history.js';
import { lockNames } from '../persistence/lock-names.js';

interface MaintainField {
  readonly code: string;
  readonly name: string;
  readonly actor: string;
  readonly seen: number | undefined;
}

interface FieldChange extends RowChange<FieldRecord> {
  readonly actor: string;
  readonly at: Temporal.Instant;
}

const FIELD: Aggregate<FieldChange> = {
  save: async (queries, changes) => {
    await saveFields(queries, changes);
    const at = changes.at(-1)?.at;
    if (at) await compareNaming(queries, 'field', at);
    return undefined;
  },
  events: () => [],
  history: ({ before, after: { code, name }, actor, at }) => [
    line('field', code, before ? 'renamed' : 'created', { at, actor, detail: { name } }),
  ],
};

/** Creates or renames a field (lĩnh vực); versions announced before keep the name they had. */
export const MAINTAIN_FIELD: CommandKind<
  MaintainField,
  { readonly before: FieldRecord | null },
  FieldChange,
  FieldRecord
> = {
  aggregate: FIELD,
  about: ({ code }) => `field/${code}`,
  facts: async (queries, commands) => {
    const codes = commands.map(({ code }) => code);
    await lockNames(queries, 'field', codes);
    const found = new Map((await findFields(queries, codes)).map((field) => [field.code, field]));
    return codes.map((code) => ({ before: found.get(code) ?? null }));
  },
  decide: ({ before }, { code, name, actor, seen }, at) => {
    assertVersion(before?.revision, seen);
    return { before, after: { code, name, revision: (before?.revision ?? 0) + 1 }, actor, at };
  },
  answer: ({ after }) => {
    const headers = { version: after.revision, location: `/catalogue/v1/fields/${after.code}` };
    return after.revision === 1 ? created(after, headers) : ok(after, headers);
  },
};
