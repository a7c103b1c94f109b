import { NotDone } from '../../database/not-done.js';
import type { BatchWork, Tx } from '../../database/tx.js';
import { currentContext, type RequestContext, runInContext } from '../../observability/request-context.js';
import type { ReceivedEvent } from '../wire/envelope.js';
import { HandlerTimedOut } from './handler-timed-out.js';
import { lendTx } from './lend-tx.js';
import { Coroutine } from './coroutine.js';

/** Why an event's reactions have failed; `clean`: and nothing of them can be in the transaction. */
export interface ReactionFailure {
  readonly error: unknown;
  readonly clean: boolean;
}

interface Request {
  readonly item: unknown;
  readonly by: Coroutine;
  readonly context: RequestContext;
  readonly settle: PromiseWithResolvers<unknown>;
}

interface AskedSet {
  readonly work: BatchWork<unknown, unknown>;
  readonly requests: Request[];
}

/**
 * Runs the reactions to events of different keys in one transaction, one after the other: each up to where it asks for
 * what is asked for as a batch (`Tx.batch`). When all have come so far it is done once for all, and each goes on from there.
 * Between two such places no reaction sees another at work.
 */
export class EventRound {
  private readonly asked = new Map<object, AskedSet>();
  private broken: { readonly error: unknown } | undefined;

  constructor(
    private readonly tx: Tx,
    /** The transaction is about one key only. */
    private readonly alone: boolean,
    private readonly react: (event: ReceivedEvent, tx: Tx) => Promise<void>,
    private readonly limitMs: number,
  ) {}

  /**
   * @param goOn false when no further event may begin
   * @returns of those that began, in their order, why they failed, or undefined
   * @throws what broke the transaction of several, whoever's fault it is
   */
  async run(
    events: readonly ReceivedEvent[],
    goOn: () => boolean = () => true,
  ): Promise<(ReactionFailure | undefined)[]> {
    const running: Promise<ReactionFailure | undefined>[] = [];
    for (const event of events) {
      if (!goOn()) break;
      const coroutine = new Coroutine();
      await coroutine.resume(() => void running.push(this.runOne(event, coroutine).finally(() => coroutine.end())));
    }
    while (this.asked.size > 0) await this.doAsked();
    const failures = await Promise.all(running);
    if (this.broken) throw this.broken.error;
    return failures;
  }

  private async runOne(event: ReceivedEvent, coroutine: Coroutine): Promise<ReactionFailure | undefined> {
    const { lent, takeBack, isUsed } = lendTx(this.tx, (kind, item, work) => this.ask(coroutine, kind, item, work));
    const timeout = Promise.withResolvers<never>();
    const timer = setTimeout(() => timeout.reject(new HandlerTimedOut(event.type, this.limitMs)), this.limitMs);
    try {
      await Promise.race([this.react(event, lent), timeout.promise]);
      return undefined;
    } catch (error) {
      return { error, clean: !isUsed() && !(error instanceof HandlerTimedOut) };
    } finally {
      clearTimeout(timer);
      takeBack();
    }
  }

  private ask<Item, Result>(by: Coroutine, kind: object, item: Item, work: BatchWork<Item, Result>): Promise<Result> {
    const settle = Promise.withResolvers<unknown>();
    const set = this.asked.get(kind) ?? { work: work as BatchWork<unknown, unknown>, requests: [] };
    set.requests.push({ item, by, context: currentContext(), settle });
    this.asked.set(kind, set);
    by.waitsFor += 1;
    by.suspend();
    return settle.promise as Promise<Result>;
  }

  /** Kind after kind: what one has changed, the next one's facts show. */
  private async doAsked(): Promise<void> {
    const sets = [...this.asked.values()];
    this.asked.clear();
    const settled: (readonly [Request, () => void])[] = [];
    for (const { work, requests } of sets) settled.push(...(await this.answers(work, requests)));
    for (const [by, answers] of Map.groupBy(settled, ([request]) => request.by)) {
      by.waitsFor -= answers.length;
      await by.resume(() => answers.forEach(([, settle]) => settle()));
    }
  }

  private async answers(
    work: BatchWork<unknown, unknown>,
    requests: readonly Request[],
  ): Promise<(readonly [Request, () => void])[]> {
    try {
      if (this.broken) throw this.broken.error;
      const items = requests.map(({ item }) => item);
      // A statement for several belongs to the trace of the first of them.
      const results = await runInContext(requests[0]!.context, () => work(this.tx, items, this.alone));
      return requests.map((request, place) => {
        const result = results[place];
        return [
          request,
          () => (result instanceof NotDone ? request.settle.reject(result.error) : request.settle.resolve(result)),
        ];
      });
    } catch (error) {
      if (!this.alone) this.broken ??= { error };
      return requests.map((request) => [request, () => request.settle.reject(error)]);
    }
  }
}
