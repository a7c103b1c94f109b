import { createHash } from 'node:crypto';
import type { Clock } from '@motcua/kernel';
import type { Answer } from '../database/answer.js';
import { CONSEQUENCES } from '../database/consequences.js';
import type { CommandKind } from '../database/command-kind.js';
import { canonicalJson } from '../database/history.js';
import type { AnswerKey } from '../database/pending.js';
import type { Tx } from '../database/tx.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { currentContext } from '../observability/request-context.js';
import { applySet } from './apply-set.js';
import { claimKeys } from './claims.js';
import { CommandLanes, type LaneOptions } from './command-lanes.js';

export const fingerprintOf = (...parts: unknown[]): string =>
  createHash('sha256').update(canonicalJson(parts)).digest('hex');

const LANES: LaneOptions = { lanes: 2, group: 64, singles: 4, queue: 2_000 };

/** Runs commands so that one idempotency key has one effect and one answer, however often and concurrently it comes. */
export class Commands {
  private readonly lanes: CommandLanes;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    options: Partial<LaneOptions> = {},
  ) {
    this.lanes = new CommandLanes(unitOfWork, () => clock.now(), { ...LANES, ...options });
  }

  /**
   * Does a command, together with others of its kind that wait at this moment, and answers when what it changed is committed
   * with its history, its events and its answer. A repeated key gets the kept answer instead.
   * @param content what tells two requests apart besides method and path, where the body is not JSON (an upload's hash)
   * @throws Refusal IDEMPOTENCY.IN_FLIGHT, IDEMPOTENCY.KEY_REUSED, RESOURCE.NOT_FOUND, and whatever the kind refuses
   */
  run<Command, Facts, Change, Body>(
    kind: CommandKind<Command, Facts, Change, Body>,
    command: Command,
    content?: unknown,
  ): Promise<Answer<Body>> {
    const asked = { kind, command, key: currentKey(content), context: currentContext() };
    return this.lanes.add(asked) as Promise<Answer<Body>>;
  }

  /**
   * Does a command as a part of a transaction that is there already: an event's, a bulk item's; together with those of its
   * kind that the transaction's other events ask for. @throws Refusal RESOURCE.NOT_FOUND, whatever the kind refuses, and
   * NeedsOwnTransaction where it cannot be done in company
   */
  apply<Command, Facts, Change, Body>(
    tx: Tx,
    kind: CommandKind<Command, Facts, Change, Body>,
    command: Command,
  ): Promise<Answer<Body>> {
    const asked = { command, context: currentContext() };
    return tx.batch<typeof asked, Answer<Body>>(kind, asked, (own, all, alone) =>
      applySet(own, kind, all, { now: () => this.clock.now(), alone }),
    );
  }

  /**
   * The answer that is kept for this request's key already, for a command that does work before its transaction and would
   * refuse it by now. @param content see {@link run} @throws Refusal IDEMPOTENCY.IN_FLIGHT, IDEMPOTENCY.KEY_REUSED
   */
  async keptAnswer(content?: unknown): Promise<Answer | undefined> {
    const key = currentKey(content);
    return key && this.unitOfWork.run((tx) => this.claim(tx, key));
  }

  /** Takes no further command; resolves when those in hand are answered. */
  stop(): Promise<void> {
    return this.lanes.stop();
  }

  /** Runs what operates the platform itself and is about no aggregate, in one transaction with its answer. */
  async operate(work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
    const key = currentKey();
    return this.unitOfWork.run(async (tx) => {
      const kept = key && (await this.claim(tx, key));
      if (kept) return kept;
      const answer = await work(tx);
      if (key) tx[CONSEQUENCES].keepAnswer(key, answer);
      return answer;
    });
  }

  private async claim(tx: Tx, key: AnswerKey): Promise<Answer | undefined> {
    const [claim] = await claimKeys(tx, [key], this.unitOfWork.seal);
    if (claim?.is === 'refused') throw claim.error;
    return claim?.is === 'kept' ? claim.answer : undefined;
  }
}

/** The key of the request that is being worked on. */
function currentKey(content?: unknown): AnswerKey | undefined {
  const { idempotency } = currentContext();
  if (!idempotency || content === undefined) return idempotency;
  return { ...idempotency, fingerprint: fingerprintOf(idempotency.fingerprint, content) };
}
