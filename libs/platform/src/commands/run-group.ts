import { CONSEQUENCES } from '../database/consequences.js';
import type { CommandKind } from '../database/command-kind.js';
import type { AnswerKey } from '../database/pending.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { type RequestContext, runInContext } from '../observability/request-context.js';
import { applyCommands, type Outcome } from './apply-commands.js';
import { claimKeys } from './claims.js';

/** A command with what belongs to the request that asked for it. */
export interface Asked {
  readonly kind: CommandKind<unknown, unknown, unknown>;
  readonly command: unknown;
  /** Of the request; undefined where none is demanded. */
  readonly key: AnswerKey | undefined;
  readonly context: RequestContext;
}

/**
 * Does commands of one kind in one transaction: each with its key, its changes, its history, its events and its answer, or
 * not at all. @throws what makes the transaction fail: then none of them is done, unless it is CommitUnanswered
 */
export function runGroup(
  unitOfWork: UnitOfWork,
  group: readonly [Asked, ...Asked[]],
  { now, alone }: { readonly now: () => Temporal.Instant; readonly alone: boolean },
): Promise<Outcome[]> {
  const [{ kind, context }] = group;
  return runInContext(context, () =>
    unitOfWork.run(async (tx) => {
      const keyed = group.flatMap(({ key }, place) => (key ? [{ key, place }] : []));
      const claims = claimKeys(
        tx,
        keyed.map(({ key }) => key),
        unitOfWork.seal,
      );
      const known = claims.then(
        (found) =>
          new Map(
            found.flatMap((claim, index): [number, Outcome][] => {
              const { place } = keyed[index]!;
              if (claim.is === 'free') return [];
              return [[place, claim.is === 'kept' ? { is: 'done', answer: claim.answer } : claim]];
            }),
          ),
      );
      known.catch(() => undefined);
      const outcomes = await applyCommands(
        tx,
        kind,
        group.map(({ command }) => command),
        { now, alone, known, within: (place, publish) => runInContext(group[place]!.context, publish) },
      );
      const answered = await known;
      for (const { key, place } of keyed) {
        const outcome = outcomes[place];
        if (outcome?.is === 'done' && !answered.has(place))
          tx[CONSEQUENCES].keepAnswer(key, outcome.answer, kind.lasting);
      }
      return outcomes;
    }),
  );
}
