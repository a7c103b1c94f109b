import {
  type HeardOfProcedure,
  hearOfProcedure,
  type KnownNames,
  type PortalDifference,
  type ProcedureState,
} from '@motcua/catalogue-domain';
import { type Answer, type CommandKind, ok, Unchanged } from '@motcua/platform';
import { findPortalDifferences } from '../persistence/portal-differences.js';
import { PORTAL_DIFFERENCE, type PortalDifferenceChange } from './portal-difference-change.js';
import { namesIn, readPortalItem } from './portal-item.js';
import { lockProcedures } from './procedure-facts.js';

interface Facts {
  readonly difference: PortalDifference | undefined;
  readonly state: ProcedureState | undefined;
  readonly names: KnownNames;
}

const DONE: Answer<null> = ok(null);

/** Compares what the portal says of a procedure with ours. */
export const HEAR_OF_PROCEDURE: CommandKind<HeardOfProcedure, Facts, PortalDifferenceChange, null> = {
  aggregate: PORTAL_DIFFERENCE,
  about: ({ procedure }) => `portalDifference/${procedure}`,
  facts: async (queries, commands) => {
    const codes = commands.map(({ procedure }) => procedure);
    const states = await lockProcedures(queries, codes);
    const [differences, names] = await Promise.all([
      findPortalDifferences(queries, codes),
      namesIn(
        queries,
        commands.map(({ item }) => item),
      ),
    ]);
    const known = new Map(differences.map((one) => [one.procedure, one]));
    return codes.map((code) => ({ difference: known.get(code), state: states.get(code), names }));
  },
  decide: ({ difference, state, names }, heard, at) => {
    const after = hearOfProcedure(difference, heard, readPortalItem(heard.item), state, names, at);
    if (!after) return new Unchanged(DONE);
    const before = difference ?? null;
    return { before, after, procedure: null, newField: null, actor: 'system:national-portal', at };
  },
  answer: () => DONE,
};
