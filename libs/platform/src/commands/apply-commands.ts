import { Refusal } from '@motcua/kernel';
import type { Answer } from '../database/answer.js';
import { CONSEQUENCES } from '../database/consequences.js';
import type { CommandKind } from '../database/command-kind.js';
import { sql } from '../database/sql.js';
import type { Tx } from '../database/tx.js';
import { Unchanged } from '../database/unchanged.js';
import type { PlatformCode } from '../refusals/platform-code.js';

/** What became of one command of a group: `alone` where it has to be done in a transaction of its own. */
export type Outcome<Body = unknown> =
  | { readonly is: 'done'; readonly answer: Answer<Body> }
  | { readonly is: 'refused'; readonly error: unknown }
  | { readonly is: 'alone' };

interface ApplyOptions<Body> {
  readonly now: () => Temporal.Instant;
  /** One command, which has no company or was tried in company before: it waits for locks. */
  readonly alone: boolean;
  /** What is certain already of some of the commands, by their places: they are not decided. */
  readonly known?: Promise<ReadonlyMap<number, Outcome<Body>>>;
  /** Runs what is published about the command of a place in its own context. */
  readonly within?: (place: number, publish: () => void) => void;
}

/** A command that changes something, with what it was decided from. */
interface Decided<Command, Facts, Change> {
  readonly place: number;
  readonly command: Command;
  readonly facts: Facts;
  readonly change: Change;
}

const SKIP_LOCKED = sql.raw('SKIP LOCKED');

/**
 * Does commands of one kind in a transaction: reads together, decides each, saves together, and puts what follows from the
 * changes into the transaction's outbox and history. What one is refused concerns no other.
 * @returns what became of each, in their order; certain only when the transaction is committed
 */
export async function applyCommands<Command, Facts, Change, Body>(
  tx: Tx,
  kind: CommandKind<Command, Facts, Change, Body>,
  commands: readonly Command[],
  options: ApplyOptions<Body>,
): Promise<Outcome<Body>[]> {
  const query: Tx['query'] = (statement, values) => tx.query(statement, values);
  const [found, known] = await Promise.all([
    kind.facts({ query, skipLocked: options.alone ? sql.empty : SKIP_LOCKED }, commands),
    options.known,
  ]);
  const { outcomes, decided } = decideAll(kind, commands, found, known, options);
  if (decided.length === 0) return outcomes;
  const changes = decided.map(({ change }) => change);
  const { aggregate } = kind;
  const consequences = tx[CONSEQUENCES];
  const saving = aggregate.save({ query }, changes);
  // Behind the first statements of the save: whoever holds the aggregates may read where their histories end.
  consequences.expectHistories(changes.flatMap((change) => aggregate.history(change).map((entry) => entry.aggregate)));
  const saved = (await saving) ?? changes;
  const { within = (_, publish) => publish() } = options;
  for (const [index, { place, command, facts }] of decided.entries()) {
    const change = saved[index] as Change;
    within(place, () => aggregate.events(change).forEach((event) => consequences.publish(event)));
    for (const entry of aggregate.history(change)) consequences.record(entry);
    outcomes[place] = { is: 'done', answer: kind.answer(change, facts, command) };
  }
  return outcomes;
}

function decideAll<Command, Facts, Change, Body>(
  kind: CommandKind<Command, Facts, Change, Body>,
  commands: readonly Command[],
  found: readonly (Facts | Refusal<string> | undefined)[],
  known: ReadonlyMap<number, Outcome<Body>> | undefined,
  { now, alone }: ApplyOptions<Body>,
): { readonly outcomes: Outcome<Body>[]; readonly decided: Decided<Command, Facts, Change>[] } {
  const at = now();
  const decided: Decided<Command, Facts, Change>[] = [];
  const changing = new Set<string>();
  const decide = (command: Command, place: number): Outcome<Body> => {
    const facts = found[place];
    if (facts === undefined)
      return alone ? refusedAs(new Refusal<PlatformCode>('RESOURCE.NOT_FOUND')) : { is: 'alone' };
    if (facts instanceof Refusal) return refusedAs(facts);
    const change = kind.decide(facts, command, at);
    if (change instanceof Unchanged) return { is: 'done', answer: change.answer };
    const [{ aggregate }] = kind.aggregate.history(change);
    // A second change of one aggregate was decided upon what the first has replaced.
    if (!changing.has(aggregate)) decided.push({ place, command, facts, change });
    changing.add(aggregate);
    return { is: 'alone' };
  };
  const outcomes = commands.map((command, place) => {
    try {
      return known?.get(place) ?? decide(command, place);
    } catch (error) {
      return refusedAs(error);
    }
  });
  return { outcomes, decided };
}

const refusedAs = (error: unknown) => ({ is: 'refused', error }) as const;
