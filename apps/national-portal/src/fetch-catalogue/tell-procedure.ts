import { PortalProcedureChangedV1 } from '@motcua/contracts';
import {
  type Aggregate,
  type Answer,
  type CommandKind,
  type NewEvent,
  ok,
  type RowChange,
  rowTable,
  sql,
  Unchanged,
} from '@motcua/platform';
import { line } from '../persistence/history.js';

type Json = Readonly<Record<string, unknown>>;

/** A procedure on the portal's list, and what was told of it last. */
interface PortalProcedure {
  readonly code: string;
  readonly name: string;
  /** The looks at the portal whose list had it last, that asked for it last, and that found it changed last. */
  readonly listedIn: string;
  readonly fetchedIn: string | null;
  readonly changedIn: string | null;
  readonly tries: number;
  readonly ourCode: string | null;
  readonly item: Json | null;
  readonly contentHash: string | null;
  readonly gone: boolean;
  /** Counts what was told; 0: nothing yet. */
  readonly revision: number;
}

const PORTAL_PROCEDURES = rowTable<PortalProcedure>('portal_procedure', {
  code: 'key',
  name: 'plain',
  listedIn: 'plain',
  fetchedIn: 'plain',
  changedIn: 'plain',
  tries: 'plain',
  ourCode: 'plain',
  item: 'plain',
  contentHash: 'plain',
  gone: 'plain',
  revision: 'plain',
});

/** What a look at the portal found of a procedure. */
export interface TellProcedure {
  readonly code: string;
  readonly fetchId: string;
  /** Null: the list has it no more. */
  readonly found: {
    readonly name: string;
    readonly ourCode: string;
    readonly item: Json;
    readonly contentHash: string;
  } | null;
}

interface Told extends RowChange<PortalProcedure> {
  readonly at: Temporal.Instant;
}

const eventOf = (code: string, { name, revision, gone, item }: PortalProcedure, time: Temporal.Instant): NewEvent => ({
  contract: PortalProcedureChangedV1,
  key: code,
  time,
  data: { code, name: name === '' ? code : name, revision, listed: !gone, item: item ?? {} },
});

const PORTAL_PROCEDURE: Aggregate<Told> = {
  save: async (queries, changes) => {
    await PORTAL_PROCEDURES.save(queries, changes);
    return undefined;
  },
  events: ({ before, after, at }) => {
    const { ourCode, code } = after;
    const left = before?.ourCode != null && before.ourCode !== ourCode ? before.ourCode : null;
    return [
      // The map says by now that it is another of ours.
      ...(left === null ? [] : [eventOf(left, { ...after, gone: true }, at)]),
      eventOf(ourCode ?? code, after, at),
    ];
  },
  history: ({ after: { code, revision, gone, contentHash }, at }) => [
    line('portalProcedure', code, gone ? 'gone' : 'changed', {
      at,
      actor: 'system:national-portal',
      detail: { revision, contentHash },
    }),
  ],
};

const DONE: Answer<null> = ok(null);

/** Tells the catalogue what the portal says of a procedure, where that is something else than was told last. */
export const TELL_PROCEDURE: CommandKind<TellProcedure, PortalProcedure, Told, null> = {
  aggregate: PORTAL_PROCEDURE,
  about: ({ code }) => `portalProcedure/${code}`,
  facts: async (queries, commands) => {
    const codes = commands.map(({ code }) => code);
    const rows = await queries.query<PortalProcedure>(
      sql`SELECT ${PORTAL_PROCEDURES.columns()} FROM portal_procedure WHERE code = ANY (${codes}) ORDER BY code FOR UPDATE ${queries.skipLocked}`,
    );
    const found = new Map(rows.map((row) => [row.code, row]));
    return codes.map((code) => found.get(code));
  },
  decide: (before, { found, fetchId }, at) => {
    const isTold =
      before.revision > 0 && before.gone === (found === null) && (!found || before.contentHash === found.contentHash);
    if (isTold) return new Unchanged(DONE);
    const common = { revision: before.revision + 1, changedIn: fetchId };
    const after = found
      ? { ...before, ...found, ...common, gone: false, fetchedIn: fetchId }
      : { ...before, ...common, gone: true };
    return { before, after, at };
  },
  answer: () => DONE,
};
