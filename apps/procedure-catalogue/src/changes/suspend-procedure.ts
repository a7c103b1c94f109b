import { dayInVietnam } from '@motcua/kernel';
import { type ProcedureState, suspendProcedure, type Suspension } from '@motcua/catalogue-domain';
import { assertVersion, type CommandKind, created } from '@motcua/platform';
import { type ProcedureView, procedureView } from '../views/procedure.view.js';
import { PROCEDURE, type ProcedureChange } from './procedure-change.js';
import { knownProcedures } from './procedure-facts.js';

interface SuspendProcedure {
  readonly code: string;
  readonly suspension: Suspension;
  readonly actor: string;
  readonly seen: number;
}

/** Takes no new dossiers of a procedure for a while (R14). */
export const SUSPEND_PROCEDURE: CommandKind<SuspendProcedure, ProcedureState, ProcedureChange, ProcedureView> = {
  aggregate: PROCEDURE,
  about: ({ code }) => `procedure/${code}`,
  facts: knownProcedures,
  decide: (before, { suspension, actor, seen }, at) => {
    assertVersion(before.procedure.revision, seen);
    return { before, ...suspendProcedure(before, suspension, at), actor, at };
  },
  answer: ({ after: { procedure }, at }) =>
    created(procedureView(procedure, dayInVietnam(at)), { version: procedure.revision }),
};
