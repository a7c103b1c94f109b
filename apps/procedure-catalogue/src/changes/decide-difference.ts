import {
  dismissDifference,
  type KnownNames,
  type PortalDifference,
  type ProcedureState,
  takeDifference,
} from '@motcua/catalogue-domain';
import { assertVersion, type CommandKind, ok } from '@motcua/platform';
import { findPortalDifferences } from '../persistence/portal-differences.js';
import { type DifferenceView, differenceView } from '../views/difference.view.js';
import { PORTAL_DIFFERENCE, type PortalDifferenceChange } from './portal-difference-change.js';
import { namesIn, readPortalItem } from './portal-item.js';
import { lockProcedures } from './procedure-facts.js';
import { lockNames } from '../persistence/lock-names.js';

interface DecideDifference {
  readonly procedure: string;
  readonly take: boolean;
  readonly reason: string | null;
  readonly actor: string;
  /** Revision of the difference that the caller saw. */
  readonly seen: number;
}

interface Facts {
  readonly before: PortalDifference;
  readonly state: ProcedureState | undefined;
  readonly names: KnownNames;
}

/** Takes what the portal says otherwise, which makes a draft, or dismisses it. */
export const DECIDE_DIFFERENCE: CommandKind<DecideDifference, Facts, PortalDifferenceChange, DifferenceView> = {
  aggregate: PORTAL_DIFFERENCE,
  about: ({ procedure }) => `portalDifference/${procedure}`,
  facts: async (queries, commands) => {
    const codes = commands.map(({ procedure }) => procedure);
    const found = await findPortalDifferences(queries, codes);
    await lockNames(queries, 'field', fieldsNamed(found));
    const states = await lockProcedures(queries, codes);
    const differences = await findPortalDifferences(queries, codes);
    const names = await namesIn(
      queries,
      differences.map(({ item }) => item),
    );
    const known = new Map(differences.map((one) => [one.procedure, one]));
    return codes.map((code) => {
      const before = known.get(code);
      return before && { before, state: states.get(code), names };
    });
  },
  decide: ({ before, state, names }, { take, reason, actor, seen }, at) => {
    assertVersion(before.revision, seen);
    if (!take) {
      const after = dismissDifference(before, { actor, reason }, at);
      return { before, after, procedure: null, newField: null, actor, at };
    }
    const by = { actor, reason };
    const {
      after,
      decision,
      newField = null,
    } = takeDifference(before, state, () => readPortalItem(before.item), names, by, at);
    const procedure = decision ? { before: state ?? null, ...decision, actor, at } : null;
    return { before, after, procedure, newField, actor, at };
  },
  answer: ({ after }) => ok(differenceView(after), { version: after.revision }),
};

const fieldsNamed = (differences: readonly PortalDifference[]): string[] =>
  differences.flatMap(({ item }) => readPortalItem(item).draft?.fields ?? []).flatMap(({ code }) => code ?? []);
