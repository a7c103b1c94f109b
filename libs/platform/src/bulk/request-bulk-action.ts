import { type Clock, newId, Refusal } from '@motcua/kernel';
import { permittedReach } from '../auth/access.js';
import type { Actor } from '../auth/actor.js';
import type { Tx } from '../database/tx.js';
import { type Answer, accepted } from '../database/answer.js';
import { currentContext } from '../observability/request-context.js';
import { type BulkActionView, bulkActionView } from './bulk-action.view.js';
import type { BulkHandler, BulkParameters, BulkTarget } from './bulk-handler.js';
import { emptySelection, MOST_ITEMS, tooManyItems, unfinishedPreview } from './bulk-problems.js';
import { type BulkSelection, pointerOf } from './bulk-selection.js';
import { BulkStore } from './bulk-store.js';
import type { PlatformCode } from '../refusals/platform-code.js';

export interface BulkRequest {
  /** Absent with a preview, which has its own. */
  readonly action?: string;
  readonly parameters?: BulkParameters;
  readonly dryRun: boolean;
  readonly selection: BulkSelection;
  readonly actor: Actor;
}

interface Resolved {
  readonly action: string;
  readonly parameters: BulkParameters;
}

/** Takes a bulk action down: which ones, what to do to each, and who asks with which rights. Nothing is done to any yet. */
export class RequestBulkAction {
  constructor(
    private readonly service: string,
    private readonly handlers: readonly BulkHandler[],
    private readonly clock: Clock,
  ) {}

  /**
   * Finds what a filter selects: before the transaction, since the lists have connections of their own, and who holds one
   * must not wait for another. @throws Refusal ACCESS.FORBIDDEN, BULK.TOO_MANY_ITEMS
   */
  async find(request: BulkRequest): Promise<BulkRequest> {
    const { selection, actor, action = '' } = request;
    if (!('filter' in selection)) return request;
    permittedReach(actor, this.handler(action).scope);
    const filter: (readonly BulkTarget[])[] = [];
    let count = 0;
    for await (const page of selection.filter) {
      if ((count += page.length) > MOST_ITEMS) throw tooManyItems(pointerOf(selection));
      filter.push(page);
    }
    return { ...request, selection: { filter } };
  }

  /** @throws Refusal ACCESS.FORBIDDEN, RESOURCE.NOT_FOUND and what `bulk-problems.ts` names */
  async execute(tx: Tx, { selection, dryRun, actor, ...asked }: BulkRequest): Promise<Answer<BulkActionView>> {
    const { action, parameters } =
      'preview' in selection
        ? await this.previewed(tx, selection.preview, actor)
        : {
            action: asked.action ?? '',
            parameters: asked.parameters ?? {},
          };
    const handler = this.handler(action);
    permittedReach(actor, handler.scope);
    const id = newId();
    const preview = 'preview' in selection ? selection.preview : null;
    const correlationId = currentContext().correlationId ?? null;
    const requestedAt = this.clock.now();
    await BulkStore.insert(tx, { id, action, parameters, dryRun, preview, actor, correlationId, requestedAt });
    await this.select(tx, id, selection);
    const total = await BulkStore.countIn(tx, id);
    if (total === 0) throw emptySelection(pointerOf(selection));
    await handler.assertSelection?.(tx, id, parameters);
    const row = { id, action, parameters, dryRun, preview, actor, correlationId, requestedAt, total, finishedAt: null };
    const view = bulkActionView(row, { waiting: total, done: 0, refused: 0, failed: 0 });
    return accepted(view, { location: `/${this.service}/v1/bulk-actions/${id}`, version: 1 });
  }

  private handler(action: string): BulkHandler {
    const handler = this.handlers.find((one) => one.action === action);
    if (!handler) throw new Error(`no handler for the bulk action ${action}`);
    return handler;
  }

  private async previewed(tx: Tx, id: string, actor: Actor): Promise<Resolved> {
    const row = await BulkStore.read(tx, id, actor.subject);
    if (!row || !row.dryRun) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND', {}, [unknownPreview]);
    if (!row.finishedAt) throw unfinishedPreview();
    return row;
  }

  private async select(tx: Tx, id: string, selection: BulkSelection): Promise<void> {
    if ('preview' in selection) return BulkStore.addOfPreview(tx, id, selection.preview);
    let count = 0;
    const pages = 'items' in selection ? [selection.items] : selection.filter;
    for await (const page of pages) {
      if (count + page.length > MOST_ITEMS) throw tooManyItems(pointerOf(selection));
      await BulkStore.add(tx, id, count, page);
      count += page.length;
    }
  }
}

const unknownPreview = {
  pointer: '/preview',
  code: 'PREVIEW_UNKNOWN',
  detail: { vi: 'Không tìm thấy bản xem trước này.', en: 'You have no such preview.' },
};
