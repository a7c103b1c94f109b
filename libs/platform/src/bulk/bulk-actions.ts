import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { CLOCK, type Clock } from '@motcua/kernel';
import type { Logger } from 'pino';
import type { Answer } from '../database/answer.js';
import { Database } from '../database/database.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Commands } from '../commands/commands.js';
import type { DueRow, Sweep } from '../jobs/sweep.js';
import { LOGGER } from '../observability/logger.token.js';
import { SERVICE_NAME } from '../config/service-name.token.js';
import { BULK_HANDLERS, type BulkHandler } from './bulk-handler.js';
import { BulkWorker } from './bulk-worker.js';
import { type BulkRequest, RequestBulkAction } from './request-bulk-action.js';
import { SettleBulkItem } from './settle-bulk-item.js';

/**
 * Bulk actions of a service (ADR 0025): a list of {@link BulkHandler} under `BULK_HANDLERS`, this class among its providers
 * and its sweeps, `ReadBulkActionsController` among its controllers, and a controller of its own that takes requests.
 */
@Injectable()
export class BulkActions implements Sweep, OnModuleDestroy {
  readonly name = 'bulk-actions';
  private readonly request: RequestBulkAction;
  private readonly worker: BulkWorker;

  constructor(
    private readonly commands: Commands,
    database: Database,
    unitOfWork: UnitOfWork,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOGGER) logger: Logger,
    @Inject(SERVICE_NAME) service: string,
    @Inject(BULK_HANDLERS) handlers: readonly BulkHandler[],
  ) {
    this.request = new RequestBulkAction(service, handlers, clock);
    this.worker = new BulkWorker(database, new SettleBulkItem(unitOfWork, handlers, clock, logger), clock, logger);
  }

  /** Takes the request down, and begins to work on it once that is committed. @throws what {@link RequestBulkAction} refuses */
  async take(request: BulkRequest): Promise<Answer> {
    const found = await this.request.find(request);
    const answer = await this.commands.operate((tx) => this.request.execute(tx, found));
    this.worker.nudge();
    return answer;
  }

  due(after: DueRow | undefined, limit: number): Promise<readonly DueRow[]> {
    return this.worker.due(after, limit);
  }

  settle(row: DueRow): Promise<boolean> {
    return this.worker.settle(row);
  }

  onModuleDestroy(): Promise<void> {
    return this.worker.stop();
  }
}
