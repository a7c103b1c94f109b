import { type Clock, Refusal } from '@motcua/kernel';
import { isTransientFault } from '../database/transient-fault.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { EventLogger } from '../events/wire/event-logger.js';
import { asRefusal } from '../http/as-refusal.js';
import { childTraceparent, runInContext } from '../observability/request-context.js';
import type { BulkHandler, BulkTarget } from './bulk-handler.js';
import { type BulkActionRow, BulkStore } from './bulk-store.js';
import { storedRefusal } from './stored-refusal.js';
import { WouldBeDone } from './would-be-done.js';

type Claimed = BulkTarget & { readonly n: number };

/** Works on one item: in the transaction that changes the target the item is settled too, so that it happens once. */
export class SettleBulkItem {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly handlers: readonly BulkHandler[],
    private readonly clock: Clock,
    private readonly logger: Pick<EventLogger, 'error'>,
  ) {}

  /** False where no item waits that nobody has in hand. @throws what {@link isTransientFault} knows: the item waits on */
  next(action: BulkActionRow): Promise<boolean> {
    const { actor, correlationId } = action;
    const context = { traceparent: childTraceparent(), language: 'vi' as const, actor };
    return runInContext({ ...context, ...(correlationId !== null && { correlationId }) }, () => this.settle(action));
  }

  private async settle(action: BulkActionRow): Promise<boolean> {
    let item: Claimed | undefined;
    try {
      await this.unitOfWork.run(async (tx) => {
        item = await BulkStore.claim(tx, action.id);
        if (!item) return;
        const result = await this.handler(action).execute(tx, {
          ...action,
          target: { id: item.id, version: item.version },
        });
        if (action.dryRun) throw new WouldBeDone(result);
        await BulkStore.settle(tx, action.id, item.n, { state: 'done', result, at: this.clock.now() });
      });
    } catch (error) {
      if (!item || isTransientFault(error)) throw error;
      await this.saveOutcome(action, item, error);
    }
    return item !== undefined;
  }

  private async saveOutcome(action: BulkActionRow, item: Claimed, error: unknown): Promise<void> {
    const outcome = this.outcomeOf(action, item, error);
    await this.unitOfWork.run((tx) => BulkStore.settle(tx, action.id, item.n, { ...outcome, at: this.clock.now() }));
  }

  private outcomeOf(action: BulkActionRow, item: Claimed, error: unknown) {
    if (error instanceof WouldBeDone) return { state: 'done', result: error.result } as const;
    if (error instanceof Refusal) return { state: 'refused', result: storedRefusal(error as Refusal<string>) } as const;
    this.logger.error({ err: error, bulkAction: action.id, item: item.n }, 'an item of a bulk action failed');
    return { state: 'failed', result: storedRefusal(asRefusal(error)) } as const;
  }

  private handler({ action }: BulkActionRow): BulkHandler {
    const handler = this.handlers.find((one) => one.action === action);
    if (!handler) throw new Error(`no handler for the bulk action ${action}`);
    return handler;
  }
}
