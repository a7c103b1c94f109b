import { type Language, Refusal } from '@motcua/kernel';
import {
  type Aggregate,
  type CommandKind,
  type HistoryEntry,
  ok,
  type PlatformCode,
  Unchanged,
} from '@motcua/platform';
import {
  type DecidedDifference,
  type DecidedDifferencesView,
  decidedDifferencesView,
} from '../views/decided-differences.view.js';
import { DECIDE_DIFFERENCE } from './decide-difference.js';
import { PORTAL_DIFFERENCE, type PortalDifferenceChange } from './portal-difference-change.js';

interface DecideDifferences {
  readonly take: boolean;
  readonly reason: string | null;
  /** Each with the revision that the caller saw. */
  readonly items: readonly { readonly procedure: string; readonly revision: number }[];
  readonly actor: string;
  /** In which refusals are told. */
  readonly language: Language;
  /** Behind which code a filter has found more; null where it has not. */
  readonly next: string | null;
}

type One = Exclude<Awaited<ReturnType<typeof DECIDE_DIFFERENCE.facts>>[number], Refusal<string>>;

interface Decided {
  readonly changes: readonly [PortalDifferenceChange, ...PortalDifferenceChange[]];
  readonly results: readonly DecidedDifference[];
}

const DECIDED: Aggregate<Decided> = {
  save: async (queries, all) => {
    await PORTAL_DIFFERENCE.save(
      queries,
      all.flatMap(({ changes }) => changes),
    );
    return undefined;
  },
  events: ({ changes }) => changes.flatMap((change) => [...PORTAL_DIFFERENCE.events(change)]),
  history: ({ changes: [first, ...rest] }) => {
    const others: HistoryEntry[] = rest.flatMap((change) => [...PORTAL_DIFFERENCE.history(change)]);
    return [...PORTAL_DIFFERENCE.history(first), ...others];
  },
};

const unknown = (procedure: string): Refusal<PlatformCode> =>
  new Refusal<PlatformCode>('RESOURCE.NOT_FOUND', { procedure });

/** Takes or dismisses each of several differences, as one by one; what cannot be decided stops no other. */
export const DECIDE_DIFFERENCES: CommandKind<
  DecideDifferences,
  { readonly found: readonly One[] },
  Decided,
  DecidedDifferencesView
> = {
  aggregate: DECIDED,
  // They are never in one group: there is one command.
  about: () => 'portalDifferences',
  facts: async (queries, commands) => {
    const single = commands.flatMap(({ items, take, reason, actor }) =>
      items.map(({ procedure, revision: seen }) => ({ procedure, take, reason, actor, seen })),
    );
    const found = await DECIDE_DIFFERENCE.facts(queries, single);
    return commands.map(() => ({ found: found as readonly One[] }));
  },
  decide: ({ found }, { items, take, reason, actor, language, next }, at) => {
    const changes: PortalDifferenceChange[] = [];
    const newFields = new Set<string>();
    const results = items.map(({ procedure, revision: seen }, index): DecidedDifference => {
      const facts = found[index];
      if (!facts) return { procedure, outcome: 'refused', refusal: unknown(procedure) };
      try {
        const command = { procedure, take, reason, actor, seen };
        const change = DECIDE_DIFFERENCE.decide(facts, command, at) as PortalDifferenceChange;
        // A field that several of them bring is created once.
        const { newField } = change;
        changes.push(newField && newFields.has(newField.code) ? { ...change, newField: null } : change);
        if (newField) newFields.add(newField.code);
        return { procedure, outcome: take ? 'taken' : 'dismissed', draftVersion: change.after.draftVersion };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return { procedure, outcome: 'refused', refusal: error as Refusal<string> };
      }
    });
    const [first, ...rest] = changes;
    return first
      ? { changes: [first, ...rest], results }
      : new Unchanged(ok(decidedDifferencesView(results, next, language)));
  },
  answer: ({ results }, _, { next, language }) => ok(decidedDifferencesView(results, next, language)),
};
