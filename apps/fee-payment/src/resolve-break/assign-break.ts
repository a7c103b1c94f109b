import { Refusal } from '@motcua/kernel';
import { type Actor, assertVersion, type CommandKind, ok, sql } from '@motcua/platform';
import { BREAKS, type StoredBreak } from '../persistence/breaks.js';
import { LOOSE_BREAK, type LooseBreakChange } from '../persistence/loose-breaks.js';
import type { PaymentCode } from '../problems.js';
import type { BreakView } from '../views/break.view.js';
import { breakView } from '../views/show-break.js';

interface AssignBreak {
  readonly id: string;
  readonly version: number;
  readonly owner: string;
  readonly actor: Actor;
}

/** Says who is to clear a break, of a dossier or of none. Whether it is within reach was asked before. */
export const ASSIGN_BREAK: CommandKind<AssignBreak, StoredBreak, LooseBreakChange, BreakView> = {
  aggregate: LOOSE_BREAK,
  about: ({ id }) => `break/${id}`,
  facts: async (queries, commands) => {
    const ids = commands.map(({ id }) => id);
    const found = await queries.query<StoredBreak>(
      sql`SELECT ${BREAKS.columns()} FROM payment_break WHERE id = ANY (${ids}) ORDER BY id FOR UPDATE ${queries.skipLocked}`,
    );
    const breaks = new Map(found.map((one) => [one.id, one]));
    return ids.map((id) => breaks.get(id));
  },
  decide: (before, { version, owner, actor }, at) => {
    assertVersion(before.version, version);
    if (before.status === 'resolved') throw new Refusal<PaymentCode>('PAYMENT.BREAK_RESOLVED', { breakId: before.id });
    const after = { ...before, version: version + 1, owner };
    return { breaks: { before, after }, confirmation: null, money: null, at, actor: actor.subject };
  },
  answer: ({ breaks: { after }, at }) => ok(breakView(after, at), { version: after.version }),
};
