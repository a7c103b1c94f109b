import type { Answer } from '../database/answer.js';
import type { CommandKind } from '../database/command-kind.js';
import { NeedsOwnTransaction } from '../database/needs-own-transaction.js';
import { NotDone } from '../database/not-done.js';
import type { Tx } from '../database/tx.js';
import { type RequestContext, runInContext } from '../observability/request-context.js';
import { applyCommands, type Outcome } from './apply-commands.js';

/** A command with the context in which its events are published. */
interface InContext<Command> {
  readonly command: Command;
  readonly context: RequestContext;
}

/**
 * Does commands of one kind in a transaction that is there already. Of several about one aggregate each sees what the one
 * before it has changed. @returns the answers, or why nothing was done
 */
export async function applySet<Command, Facts, Change, Body>(
  tx: Tx,
  kind: CommandKind<Command, Facts, Change, Body>,
  asked: readonly InContext<Command>[],
  { now, alone }: { readonly now: () => Temporal.Instant; readonly alone: boolean },
): Promise<readonly (Answer<Body> | NotDone)[]> {
  const answers: (Answer<Body> | NotDone)[] = [];
  for (let left = [...asked.entries()]; left.length > 0;) {
    // A second one of the same aggregate would be decided upon what the first is about to replace.
    const turn = [...Map.groupBy(left, ([, { command }]) => kind.about(command)).values()].map(([first]) => first!);
    const ended = await applyCommands(
      tx,
      kind,
      turn.map(([, { command }]) => command),
      { now, alone, within: (place, publish) => runInContext(turn[place]![1].context, publish) },
    );
    for (const [place, [index]] of turn.entries()) answers[index] = answerOf(ended[place]!);
    left = left.filter((one) => !turn.includes(one));
  }
  return answers;
}

function answerOf<Body>(outcome: Outcome<Body>): Answer<Body> | NotDone {
  if (outcome.is === 'done') return outcome.answer;
  return new NotDone(outcome.is === 'refused' ? outcome.error : new NeedsOwnTransaction());
}
