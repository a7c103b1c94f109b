import type { Refusal } from '@motcua/kernel';
import type { Answer } from './answer.js';
import type { HistoryEntry } from './history.js';
import type { NewEvent } from './new-event.js';
import type { Queries } from './queries.js';
import type { Sql } from './sql.js';
import type { Unchanged } from './unchanged.js';

/** What the facts of a group of commands are read and locked with. */
export interface LockingQueries extends Queries {
  /**
   * Stands at the end of every `FOR UPDATE` of an aggregate: `SKIP LOCKED` in company, so that a row that somebody holds
   * delays its own command only; nothing where a command is alone, which waits.
   */
  readonly skipLocked: Sql;
}

/**
 * How changes of one kind of aggregate are stored, and what is told of them. A service has one of each: since a command has
 * no other way to write, none of its state changes without the history and the events that follow from the change.
 */
export interface Aggregate<Change> {
  /**
   * Writes the state of all, in as few statements as it takes. Answers the changes again, in their order, where something
   * of them comes from the database only (a number that leaves no gap).
   */
  save(queries: Queries, changes: readonly Change[]): Promise<readonly Change[] | undefined>;
  /** What other services, and through them the applicant, are told. Pure. */
  events(change: Change): readonly NewEvent[];
  /** What the history says: its first line is of the aggregate itself. Pure. */
  history(change: Change): readonly [HistoryEntry, ...HistoryEntry[]];
}

/** A command that may be asked of a service: how its facts are read, how it is decided, and how it is answered. */
export interface CommandKind<Command, Facts, Change, Body = unknown> {
  readonly aggregate: Aggregate<Change>;
  /** Its answer's status and headers are kept for good, where others' keys are forgotten after a while: a submission. */
  readonly lasting?: boolean;
  /** What the command is about, such as `dossier/<id>`: two about the same are never in one group. */
  about(command: Command): string;
  /**
   * Reads what the commands need, and locks their aggregates, in the order of the ids and before anything else is read: one
   * statement for all of them, not one a command. Answers, in the order of the commands, the facts of each, or why it is
   * refused; undefined where there is no such aggregate, or somebody has it locked: then the command is done alone, and is
   * refused there as RESOURCE.NOT_FOUND.
   */
  facts(
    queries: LockingQueries,
    commands: readonly Command[],
  ): Promise<readonly (Facts | Refusal<string> | undefined)[]>;
  /** Pure: no clock, no chance, no outside world. @throws Refusal */
  decide(facts: Facts, command: Command, now: Temporal.Instant): Change | Unchanged<Body>;
  /** Pure: what is answered, from the change as it was saved. */
  answer(change: Change, facts: Facts, command: Command): Answer<Body>;
}
