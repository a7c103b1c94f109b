import { createHash } from 'node:crypto';
import { type Clock, Refusal } from '@motcua/kernel';
import { applyCommands } from '../database/apply-commands.js';
import type { CommandKind } from '../database/command-kind.js';
import { canonicalJson } from '../database/history.js';
import type { Tx } from '../database/tx.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { currentContext, runInContext } from '../observability/request-context.js';
import type { Answer } from '../database/answer.js';
import type { PlatformCode } from '../refusals/platform-code.js';

type Work = (tx: Tx) => Promise<Answer>;

interface Claim {
  readonly free: boolean;
  readonly fingerprint: string | null;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

// No row is written before the aggregate's own: a try-lock and a look, in one round trip.
const CLAIM = `
  SELECT pg_try_advisory_xact_lock(hashtextextended($1 || chr(31) || $2, 0)) AS free, i.fingerprint, i.status, i.headers, i.body
  FROM (VALUES (1)) AS one LEFT JOIN idempotency i ON i.client = $1 AND i.key = $2`;

export const fingerprintOf = (...parts: unknown[]): string =>
  createHash('sha256').update(canonicalJson(parts)).digest('hex');

const isLostRace = (error: unknown): boolean =>
  (error as { code?: string; constraint?: string } | null)?.code === '23505' &&
  (error as { constraint?: string }).constraint === 'idempotency_pkey';

/** Runs commands so that one idempotency key has one effect and one answer, however often and concurrently it comes. */
export class Commands {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Does a command, and answers when what it changed is committed together with its history, its events and its answer. A
   * repeated key gets the kept answer instead.
   * @param content what tells two requests apart besides method and path, where the body is not JSON (an upload's hash)
   * @throws Refusal IDEMPOTENCY.IN_FLIGHT, IDEMPOTENCY.KEY_REUSED, RESOURCE.NOT_FOUND, and whatever the kind refuses
   */
  run<Command, Facts, Change, Body>(
    kind: CommandKind<Command, Facts, Change, Body>,
    command: Command,
    content?: unknown,
  ): Promise<Answer<Body>>;
  /** Runs `work` in one transaction together with the answer it gives. */
  run<Body>(work: (tx: Tx) => Promise<Answer<Body>>, content?: unknown): Promise<Answer<Body>>;
  run(
    ...given: [kind: CommandKind<unknown, unknown, unknown>, command: unknown, content?: unknown] | [Work, unknown?]
  ): Promise<Answer> {
    if (typeof given[0] === 'function') return this.inTransaction(given[0], given[1]);
    const [kind, command, content] = given as [CommandKind<unknown, unknown, unknown>, unknown, unknown?];
    return this.inTransaction((tx) => this.apply(tx, kind, command), content);
  }

  /**
   * Does a command as a part of a transaction that is there already: an event's, a bulk item's. @throws Refusal
   * RESOURCE.NOT_FOUND, and whatever the kind refuses
   */
  async apply<Command, Facts, Change, Body>(
    tx: Tx,
    kind: CommandKind<Command, Facts, Change, Body>,
    command: Command,
  ): Promise<Answer<Body>> {
    const [outcome] = await applyCommands(tx, kind, [command], { now: () => this.clock.now(), alone: true });
    if (outcome?.is === 'done') return outcome.answer;
    throw outcome?.is === 'refused' ? outcome.error : new Error('a command alone is done or refused');
  }

  /**
   * The answer that is kept for this request's key already, for a command that does work before its transaction and would
   * refuse it by now. @throws Refusal IDEMPOTENCY.IN_FLIGHT, IDEMPOTENCY.KEY_REUSED
   */
  async keptAnswer(): Promise<Answer | undefined> {
    const { idempotency } = currentContext();
    return idempotency && this.unitOfWork.run((tx) => this.claim(tx, idempotency));
  }

  private async inTransaction<Body>(work: (tx: Tx) => Promise<Answer<Body>>, content?: unknown): Promise<Answer<Body>> {
    const context = currentContext();
    const { idempotency } = context;
    if (!idempotency) return this.unitOfWork.run(work);
    const claimed =
      content === undefined
        ? idempotency
        : { ...idempotency, fingerprint: fingerprintOf(idempotency.fingerprint, content) };
    const attempt = (): Promise<Answer<Body>> =>
      runInContext({ ...context, idempotency: claimed }, () =>
        this.unitOfWork.run(async (tx) => {
          const kept = await this.claim(tx, claimed);
          if (kept) return kept as Answer<Body>;
          const answer = await work(tx);
          tx.keepAnswer(answer);
          return answer;
        }),
      );
    try {
      return await attempt();
    } catch (error) {
      // The other request committed between our look and our lock: now its answer is there to be read.
      if (isLostRace(error)) return attempt();
      throw error;
    }
  }

  private async claim(
    tx: Tx,
    { client, key, fingerprint }: { client: string; key: string; fingerprint: string },
  ): Promise<Answer | undefined> {
    const [claim] = await tx.query<Claim>(CLAIM, [client, key]);
    if (!claim) throw new Error('the claim statement always gives a row');
    if (claim.fingerprint === null) {
      if (!claim.free) throw new Refusal<PlatformCode>('IDEMPOTENCY.IN_FLIGHT');
      return undefined;
    }
    if (claim.fingerprint !== fingerprint) {
      throw new Refusal<PlatformCode>('IDEMPOTENCY.KEY_REUSED', {}, [], {
        vi: 'Mỗi yêu cầu mới cần một Idempotency-Key mới.',
        en: 'Each new request needs an Idempotency-Key of its own.',
      });
    }
    return { status: claim.status, headers: { ...claim.headers, 'idempotent-replayed': 'true' }, body: claim.body };
  }
}
