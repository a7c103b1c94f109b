import { type CatalogueRefusalCode, synonymFaults, type SynonymRecord } from '@motcua/catalogue-domain';
import { Refusal } from '@motcua/kernel';
import { type Aggregate, assertVersion, type CommandKind, created, ok, type RowChange } from '@motcua/platform';
import { findSynonyms, saveSynonyms } from '../persistence/synonyms.js';
import { line } from '../persistence/history.js';
import { lockNames } from '../persistence/lock-names.js';

interface MaintainSynonym {
  readonly code: string;
  readonly said: readonly string[];
  readonly meant: readonly string[];
  readonly actor: string;
  readonly seen: number | undefined;
}

interface SynonymChange extends RowChange<SynonymRecord> {
  readonly actor: string;
  readonly at: Temporal.Instant;
}

const SYNONYM: Aggregate<SynonymChange> = {
  save: async (queries, changes) => {
    await saveSynonyms(queries, changes);
    return undefined;
  },
  events: () => [],
  history: ({ before, after: { code, said, meant }, actor, at }) => [
    line('synonym', code, before ? 'changed' : 'created', { at, actor, detail: { said, meant } }),
  ],
};

/** Creates or replaces what people say for words of the law. */
export const MAINTAIN_SYNONYM: CommandKind<
  MaintainSynonym,
  { readonly before: SynonymRecord | null },
  SynonymChange,
  SynonymRecord
> = {
  aggregate: SYNONYM,
  about: ({ code }) => `synonym/${code}`,
  facts: async (queries, commands) => {
    const codes = commands.map(({ code }) => code);
    await lockNames(queries, 'synonym', codes);
    const found = new Map((await findSynonyms(queries, codes)).map((synonym) => [synonym.code, synonym]));
    return codes.map((code) => ({ before: found.get(code) ?? null }));
  },
  decide: ({ before }, { code, said, meant, actor, seen }, at) => {
    const faults = synonymFaults({ said, meant });
    if (faults.length > 0) throw new Refusal<CatalogueRefusalCode>('SYNONYM.INVALID', {}, faults);
    assertVersion(before?.revision, seen);
    return { before, after: { code, said, meant, revision: (before?.revision ?? 0) + 1 }, actor, at };
  },
  answer: ({ after }) => {
    const headers = { version: after.revision, location: `/catalogue/v1/synonyms/${after.code}` };
    return after.revision === 1 ? created(after, headers) : ok(after, headers);
  },
};
