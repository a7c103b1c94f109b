import { type CommandKind, created, sql } from '@motcua/platform';
import { BREAKS, type StoredBreak } from '../persistence/breaks.js';
import { LOOSE_BREAK, type LooseBreakChange } from '../persistence/loose-breaks.js';
import type { BreakView } from '../views/break.view.js';
import { breakView } from '../views/show-break.js';
import { type ResolveBreakCommand, resolvedByOfficer } from './resolve-dossier-break.js';

const NOTHING_BEHIND = { bookable: null, reversal: undefined, refund: undefined } as const;

/** The same for a break of no dossier: every cashier may. */
export const RESOLVE_LOOSE_BREAK: CommandKind<ResolveBreakCommand, StoredBreak, LooseBreakChange, BreakView> = {
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
  // Money of no dossier is allocated where it lies, which resolves its break.
  decide: (before, command, at) => ({
    breaks: { before, after: resolvedByOfficer(before, command, at, NOTHING_BEHIND) },
    confirmation: null,
    money: null,
    at,
    actor: command.actor.subject,
  }),
  answer: ({ breaks: { after }, at }) => created(breakView(after, at), { version: after.version }),
};
