import { dayInVietnam } from '@motcua/kernel';
import { type ProcedureState, repealProcedure } from '@motcua/catalogue-domain';
import { assertVersion, type CommandKind, created } from '@motcua/platform';
import { type ProcedureView, procedureView } from '../views/procedure.view.js';
import { PROCEDURE, type ProcedureChange } from './procedure-change.js';
import { knownProcedures } from './procedure-facts.js';

interface RepealProcedure {
  readonly code: string;
  readonly from: string;
  readonly decisionNumber: string;
  readonly actor: string;
  readonly seen: number;
}

/** Ends a procedure from a day on (R14). */
export const REPEAL_PROCEDURE: CommandKind<RepealProcedure, ProcedureState, ProcedureChange, ProcedureView> = {
  aggregate: PROCEDURE,
  about: ({ code }) => `procedure/${code}`,
  facts: knownProcedures,
  decide: (before, { from, decisionNumber, actor, seen }, at) => {
    assertVersion(before.procedure.revision, seen);
    return { before, ...repealProcedure(before, { from, decisionNumber }, at), actor, at };
  },
  answer: ({ after: { procedure }, at }) =>
    created(procedureView(procedure, dayInVietnam(at)), { version: procedure.revision }),
};
