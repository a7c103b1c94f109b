import {
  type Actor,
  type Aggregate,
  assertVersion,
  type CommandKind,
  ok,
  refsOf,
  rowTable,
  sql,
  Unchanged,
} from '@motcua/platform';
import { line } from '../persistence/history.js';
import type { ChangedRow } from '../persistence/row-change.js';
import { type MessageRow, type MessageView, messageView } from './message.view.js';

const MESSAGES = rowTable<MessageRow>('message', {
  id: 'key',
  kind: 'given',
  dossier_id: 'given',
  dossier_code: 'given',
  language: 'given',
  title: 'given',
  body: 'given',
  occurred_at: 'given',
  read_at: 'plain',
  version: 'plain',
});

const MESSAGE: Aggregate<ChangedRow<MessageRow>> = {
  save: async (queries, changes) => {
    await MESSAGES.save(queries, changes);
    return undefined;
  },
  events: () => [],
  history: ({ after: { id }, at, actor }) => [line('message', id, 'read', { at, actor })],
};

interface MarkReadCommand {
  readonly id: string;
  /** As the caller saw it. */
  readonly version: number;
  readonly actor: Actor;
}

interface Facts {
  readonly message: MessageRow;
  /** System time, as of all deliveries. */
  readonly systemTime: Temporal.Instant;
}

interface Found extends MessageRow {
  readonly applicantRef: string | null;
  readonly subject: string | null;
  readonly systemTime: Temporal.Instant;
}

/** The recipient has read a message; another's is answered as if it did not exist. */
export const MARK_READ: CommandKind<MarkReadCommand, Facts, ChangedRow<MessageRow>, MessageView> = {
  aggregate: MESSAGE,
  about: ({ id }) => `message/${id}`,
  facts: async (queries, commands) => {
    const ids = commands.map(({ id }) => id);
    const found = await queries.query<Found>(sql`
      SELECT ${MESSAGES.columns()}, applicant_ref AS "applicantRef", subject, clock_timestamp() AS "systemTime"
      FROM message WHERE id = ANY (${ids}) ORDER BY id FOR UPDATE ${queries.skipLocked}`);
    const messages = new Map(found.map((row) => [row.id, row]));
    return commands.map(({ id, actor }) => {
      const row = messages.get(id);
      if (!row) return undefined;
      const { applicantRef, subject, systemTime, ...message } = row;
      const isOwn = subject === actor.subject || (applicantRef !== null && refsOf(actor).includes(applicantRef));
      return isOwn ? { message, systemTime } : undefined;
    });
  },
  decide: ({ message: before, systemTime }, { version, actor }, at) => {
    assertVersion(before.version, version);
    if (before.read_at !== null) return new Unchanged(ok(messageView(before), { version }));
    return { before, after: { ...before, read_at: systemTime, version: version + 1 }, at, actor: actor.subject };
  },
  answer: ({ after }) => ok(messageView(after), { version: after.version }),
};
