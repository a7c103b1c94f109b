import {
  type CatalogueRefusalCode,
  type KnownCodes,
  policyFaults,
  policyPastFaults,
  type PolicyRecord,
} from '@motcua/catalogue-domain';
import { PolicyChangedV1 } from '@motcua/contracts';
import { dayInVietnam, Refusal } from '@motcua/kernel';
import { type Aggregate, assertVersion, type CommandKind, created, ok, type RowChange } from '@motcua/platform';
import { line } from '../persistence/history.js';
import { lockNames } from '../persistence/lock-names.js';
import { findPolicies, knownCodes, POLICIES } from '../persistence/policies.js';
import { POLICY_REVISIONS } from '../persistence/revisions.js';

export interface MaintainPolicy extends Omit<PolicyRecord, 'revision'> {
  readonly actor: string;
  readonly seen: number | undefined;
  /** Why what was said of days that are over was wrong. */
  readonly reason?: string | null;
}

interface PolicyChange extends RowChange<PolicyRecord> {
  readonly actor: string;
  readonly reason: string | null;
  readonly at: Temporal.Instant;
}

interface Facts {
  readonly before: PolicyRecord | null;
  readonly known: KnownCodes;
}

const POLICY: Aggregate<PolicyChange> = {
  save: async (queries, changes) => {
    await POLICIES.save(queries, changes);
    const revisions = changes.map(({ after, actor: setBy, reason, at: setAt }) => ({
      before: null,
      after: { policy: after.code, revision: after.revision, content: after, reason, setBy, setAt },
    }));
    await POLICY_REVISIONS.save(queries, revisions);
    return undefined;
  },
  events: ({ after, reason, at: time }) => [
    { contract: PolicyChangedV1, key: after.code, data: { ...after, reason }, time },
  ],
  history: ({ before, after, actor, reason, at }) => [
    line('policy', after.code, before ? 'changed' : 'created', {
      at,
      actor,
      detail: { ...after, ...(reason !== null && { reason }) },
    }),
  ],
};

/** Creates or replaces a reduction of fees or of terms (R17). */
export const MAINTAIN_POLICY: CommandKind<MaintainPolicy, Facts, PolicyChange, PolicyRecord> = {
  aggregate: POLICY,
  about: ({ code }) => `policy/${code}`,
  facts: async (queries, commands) => {
    const codes = commands.map(({ code }) => code);
    await lockNames(queries, 'policy', codes);
    const [policies, known] = await Promise.all([
      findPolicies(queries, codes),
      knownCodes(
        queries,
        commands.map(({ scope }) => scope),
      ),
    ]);
    const found = new Map(policies.map((policy) => [policy.code, policy]));
    return codes.map((code) => ({ before: found.get(code) ?? null, known }));
  },
  decide: ({ before, known }, { actor, seen, reason = null, ...wanted }, at) => {
    const faults = policyFaults(wanted, known);
    if (before && reason === null) faults.push(...policyPastFaults(before, wanted, dayInVietnam(at)));
    if (faults.length > 0) throw new Refusal<CatalogueRefusalCode>('POLICY.INVALID', {}, faults);
    assertVersion(before?.revision, seen);
    return { before, after: { ...wanted, revision: (before?.revision ?? 0) + 1 }, actor, reason, at };
  },
  answer: ({ after }) => {
    const headers = { version: after.revision, location: `/catalogue/v1/policies/${after.code}` };
    return after.revision === 1 ? created(after, headers) : ok(after, headers);
  },
};
