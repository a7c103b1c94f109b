import { Readable } from 'node:stream';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Commands, Database, FileStore, LOGGER, sql } from '@motcua/platform';
import type { Logger } from 'pino';
import { Repeated } from '../deliveries/repeated.js';
import { PaperOfReceipt } from '../paper-of-receipt/paper-of-receipt.js';
import { RECEIPTS, type StoredReceipt } from '../persistence/receipts.js';
import { FILE_RECEIPT } from './file-receipt.js';

/** One at a time: a paper takes the processor, and what a counter asks goes between. */
const BATCH = 1;
const EVERY_MS = 1_000;
/** Who printed and died, and whose payer is not heard of yet, is tried again. */
const AGAIN = { seconds: 15 } as const;
const LARGEST = { maxBytes: 10 * 1024 * 1024 };

/** Prints receipts after they were issued, beside the payments of others, and puts them into the file store for the mail that tells of them. */
@Injectable()
export class FileReceipts implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeated: Repeated;

  constructor(
    private readonly database: Database,
    private readonly commands: Commands,
    private readonly paper: PaperOfReceipt,
    private readonly store: FileStore,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const failed = (error: unknown): void => this.logger.warn({ err: error }, 'could not look for receipts to print');
    this.repeated = new Repeated(() => this.sweep(), EVERY_MS, failed);
  }

  onApplicationBootstrap(): void {
    this.repeated.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeated.stop();
  }

  /** One that cannot be printed is stepped over. */
  sweep(): Promise<void> {
    return this.repeated.drain({ batch: BATCH, take: () => this.takeDue(), handle: (receipt) => this.file(receipt) });
  }

  private takeDue(): Promise<StoredReceipt[]> {
    return this.database.query<StoredReceipt>(sql`
      UPDATE receipt SET file_at = now() + ${AGAIN.seconds}::int * interval '1 second'
      WHERE id IN (
        SELECT id FROM receipt WHERE file IS NULL AND file_at <= now() ORDER BY file_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
      RETURNING ${RECEIPTS.columns()}`);
  }

  private async file(receipt: StoredReceipt): Promise<boolean> {
    const { id: receiptId, number } = receipt;
    try {
      const pdf = await this.paper.of(receipt);
      if (pdf === undefined) return true;
      const stored = await this.store.put(Readable.from([pdf]), LARGEST);
      const file = { ...stored, mediaType: 'application/pdf', name: `bien-lai-${number}.pdf` };
      await this.commands.run(FILE_RECEIPT, { receiptId, file });
    } catch (error) {
      this.logger.error({ err: error, receipt: number }, 'a receipt could not be printed');
    }
    return true;
  }
}
