import { Refusal } from '@motcua/kernel';
import type { PlatformCode } from '../refusals/platform-code.js';
import type { Answer } from './answer.js';
import type { CommandKind } from './command-kind.js';
import { sql } from './sql.js';
import type { Tx } from './tx.js';
import { Unchanged } from './unchanged.js';

/** What became of one command of a group: `alone` where it has to be done in a transaction of its own. */
export type Outcome<Body> =
  | { readonly is: 'done'; readonly answer: Answer<Body> }
  | { readonly is: 'refused'; readonly error: unknown }
  | { readonly is: 'alone' };

export interface ApplyOptions {
  readonly now: () => Temporal.Instant;
  /** One command, which has no company or was tried in company before: it waits for locks. */
  readonly alone: boolean;
  /** Runs what is published about a command in its own context. Index among the commands. */
  readonly within?: (index: number, publish: () => void) => void;
}

/** A command that changes something, with what it was decided from. */
interface Decided<Command, Facts, Change> {
  readonly index: number;
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
  options: ApplyOptions,
): Promise<Outcome<Body>[]> {
  const query: Tx['query'] = (statement, values) => tx.query(statement, values);
  const found = await kind.facts({ query, skipLocked: options.alone ? sql.empty : SKIP_LOCKED }, commands);
  const { outcomes, decided } = decideAll(kind, commands, found, options);
  if (decided.length === 0) return outcomes;
  const changes = decided.map(({ change }) => change);
  const saved = (await kind.aggregate.save({ query }, changes)) ?? changes;
  const { within = (_, publish) => publish() } = options;
  for (const [place, { index, command, facts }] of decided.entries()) {
    const change = saved[place] as Change;
    within(index, () => kind.aggregate.events(change).forEach((event) => tx.publish(event)));
    for (const entry of kind.aggregate.history(change)) tx.record(entry);
    outcomes[index] = { is: 'done', answer: kind.answer(change, facts, command) };
  }
  return outcomes;
}

function decideAll<Command, Facts, Change, Body>(
  kind: CommandKind<Command, Facts, Change, Body>,
  commands: readonly Command[],
  found: readonly (Facts | Refusal<string> | undefined)[],
  { now, alone }: ApplyOptions,
): { readonly outcomes: Outcome<Body>[]; readonly decided: Decided<Command, Facts, Change>[] } {
  const at = now();
  const decided: Decided<Command, Facts, Change>[] = [];
  const changing = new Set<string>();
  const outcomes = commands.map((command, index): Outcome<Body> => {
    const facts = found[index];
    if (facts === undefined)
      return alone ? refusedAs(new Refusal<PlatformCode>('RESOURCE.NOT_FOUND')) : { is: 'alone' };
    if (facts instanceof Refusal) return refusedAs(facts);
    try {
      const change = kind.decide(facts, command, at);
      if (change instanceof Unchanged) return { is: 'done', answer: change.answer };
      const [{ aggregate }] = kind.aggregate.history(change);
      // A second change of one aggregate was decided upon what the first has replaced.
      if (!changing.has(aggregate)) decided.push({ index, command, facts, change });
      changing.add(aggregate);
      return { is: 'alone' };
    } catch (error) {
      return refusedAs(error);
    }
  });
  return { outcomes, decided };
}

const refusedAs = (error: unknown) => ({ is: 'refused', error }) as const;
