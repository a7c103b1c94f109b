import type { MigrationInterface, QueryRunner } from 'typeorm';
import { created } from '../database/answer.js';
import type { Aggregate, CommandKind } from '../database/command-kind.js';
import { historyOf, type HistoryVocabulary } from '../database/history-vocabulary.js';
import { sql } from '../database/sql.js';
import { NoteWrittenFixture } from './note-written.fixture.js';

export const TICKET_HISTORY = { ticket: ['drawn'] } as const satisfies HistoryVocabulary;

const line = historyOf(TICKET_HISTORY);

export interface DrawTicket {
  readonly id: string;
  readonly office: string;
  readonly day: string;
}

/** A ticket has the next number of its office and day, with no gap and none twice (R1 in small). */
export interface Ticket extends DrawTicket {
  readonly number: number;
}

interface TicketChange {
  readonly ticket: Ticket;
  readonly at: Temporal.Instant;
}

export const TICKET: Aggregate<TicketChange> = {
  save: async (queries, changes) => {
    const drawn = JSON.stringify(changes.map(({ ticket }, place) => ({ ...ticket, place })));
    const rows = await queries.query<{ id: string; number: number }>(sql`
      WITH drawn AS (
        SELECT *, row_number() OVER (PARTITION BY office, day ORDER BY place) AS nth
        FROM jsonb_to_recordset(${drawn}::jsonb) AS d (id text, office text, day date, place int)
      ), counter AS (
        INSERT INTO ticket_counter AS c (office, day, last)
        SELECT office, day, count(*) FROM drawn GROUP BY 1, 2 ORDER BY 1, 2
        ON CONFLICT (office, day) DO UPDATE SET last = c.last + excluded.last
        RETURNING office, day, last
      ), size AS (SELECT office, day, count(*) AS n FROM drawn GROUP BY 1, 2)
      INSERT INTO ticket (id, office, day, number)
      SELECT d.id, d.office, d.day, c.last - s.n + d.nth
      FROM drawn d JOIN counter c USING (office, day) JOIN size s USING (office, day)
      RETURNING id, number`);
    const numbers = new Map(rows.map(({ id, number }) => [id, number]));
    return changes.map((change) => ({
      ...change,
      ticket: { ...change.ticket, number: numbers.get(change.ticket.id)! },
    }));
  },
  events: ({ ticket: { id, number }, at }) => [
    { contract: NoteWrittenFixture, key: id, data: { title: String(number) }, time: at },
  ],
  history: ({ ticket: { id, number }, at }) => [
    line('ticket', id, 'drawn', { at, actor: 'drawer', detail: { number } }),
  ],
};

export const DRAW_TICKET: CommandKind<DrawTicket, true, TicketChange, Ticket> = {
  aggregate: TICKET,
  about: ({ id }) => `ticket/${id}`,
  facts: async (_, commands) => commands.map(() => true),
  decide: (_, command, at) => ({ ticket: { ...command, number: 0 }, at }),
  answer: ({ ticket }) => created(ticket),
};

export const tickets: new () => MigrationInterface = class Tickets1700000000101 {
  readonly name = 'Tickets1700000000101';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ticket_counter (office text, day date, last int NOT NULL, PRIMARY KEY (office, day));
      CREATE TABLE ticket (id text PRIMARY KEY, office text NOT NULL CHECK (office <> 'closed'), day date NOT NULL,
        number int NOT NULL, UNIQUE (office, day, number))`);
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ticket, ticket_counter');
  }
};
