import { type AskedAndGiven, type CatalogueRefusalCode, groupFaults, type GroupRecord } from '@motcua/catalogue-domain';
import { ProcedureGroupChangedV1 } from '@motcua/contracts';
import { Refusal } from '@motcua/kernel';
import { type Aggregate, assertVersion, type CommandKind, created, ok, type RowChange } from '@motcua/platform';
import { askedAndGiven, findGroups, GROUPS } from '../persistence/groups.js';
import { line } from '../persistence/history.js';
import { lockNames } from '../persistence/lock-names.js';

export interface MaintainGroup extends Omit<GroupRecord, 'revision'> {
  readonly actor: string;
  readonly seen: number | undefined;
}

interface GroupChange extends RowChange<GroupRecord> {
  readonly actor: string;
  readonly at: Temporal.Instant;
}

interface Facts {
  readonly before: GroupRecord | null;
  readonly known: ReadonlyMap<string, AskedAndGiven>;
}

const GROUP: Aggregate<GroupChange> = {
  save: async (queries, changes) => {
    await GROUPS.save(queries, changes);
    return undefined;
  },
  events: ({ after, at: time }) => [{ contract: ProcedureGroupChangedV1, key: after.code, data: after, time }],
  history: ({ before, after, actor, at }) => [
    line('group', after.code, before ? 'changed' : 'created', { at, actor, detail: { ...after } }),
  ],
};

/** Creates or replaces a group of procedures that are applied for together. */
export const MAINTAIN_GROUP: CommandKind<MaintainGroup, Facts, GroupChange, GroupRecord> = {
  aggregate: GROUP,
  about: ({ code }) => `group/${code}`,
  facts: async (queries, commands) => {
    const codes = commands.map(({ code }) => code);
    await lockNames(queries, 'group', codes);
    const procedures = commands.flatMap(({ steps }) => steps.map(({ procedure }) => procedure));
    const [groups, known] = await Promise.all([findGroups(queries, codes), askedAndGiven(queries, procedures)]);
    const found = new Map(groups.map((group) => [group.code, group]));
    return codes.map((code) => ({ before: found.get(code) ?? null, known }));
  },
  decide: ({ before, known }, { actor, seen, ...wanted }, at) => {
    const faults = groupFaults(wanted, known);
    if (faults.length > 0) throw new Refusal<CatalogueRefusalCode>('GROUP.INVALID', {}, faults);
    assertVersion(before?.revision, seen);
    return { before, after: { ...wanted, revision: (before?.revision ?? 0) + 1 }, actor, at };
  },
  answer: ({ after }) => {
    const headers = { version: after.revision, location: `/catalogue/v1/procedure-groups/${after.code}` };
    return after.revision === 1 ? created(after, headers) : ok(after, headers);
  },
};
