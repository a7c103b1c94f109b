import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { sayAmountInWords } from '@motcua/pdf-drawing';
import { hasIssuer, IssuedPapers, issuePapers } from '@motcua/catalogue-copy';
import { withOffset } from '@motcua/kernel';
import { Database, LOGGER, SealingConfig, sql, UnitOfWork } from '@motcua/platform';
import type { Logger } from 'pino';
import { Repeated } from '../deliveries/repeated.js';
import { PaymentConfig } from '../payment.config.js';
import { collectorsOf } from '../persistence/collectors.js';
import { payerOf } from '../persistence/payers.js';
import { neighboursOf, RECEIPTS, serialText, type StoredReceipt, whyVoid } from '../persistence/receipts.js';
import {
  ProviderTrouble,
  RECEIPT_PROVIDER,
  type ReceiptProvider,
  type ReceiptToRegister,
  type Registered,
} from '../receipt-provider/receipt-provider.js';

interface Due {
  readonly receiptId: string;
  readonly act: 'issue' | 'cancel';
  /** This one included. */
  readonly attempts: number;
}

const BATCH = 10;

/**
 * Tells the provider of receipts after they were issued, or became void: no payment waits for it. A receipt that may have been
 * taken is asked for before it is sent again, so that none is there twice. System time, as all talk with machines.
 */
@Injectable()
export class RegisterReceipts implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeated: Repeated;

  constructor(
    @Inject(RECEIPT_PROVIDER) private readonly provider: ReceiptProvider,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly papers: IssuedPapers,
    private readonly config: PaymentConfig,
    private readonly sealing: SealingConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const failed = (error: unknown): void => this.logger.warn({ err: error }, 'could not tell the receipt provider');
    this.repeated = new Repeated(() => this.sweep(), config.receiptProviderPollMs, failed);
  }

  onApplicationBootstrap(): void {
    if (this.config.receiptProviderUrl !== undefined) this.repeated.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeated.stop();
  }

  sweep(): Promise<void> {
    return this.repeated.drain({ batch: BATCH, take: () => this.takeDue(), handle: (due) => this.tell(due) });
  }

  /** Each is due again later, so that several processes share the work, and who dies on the way loses nothing. */
  private takeDue(): Promise<Due[]> {
    return this.database.query<Due>(sql`
      UPDATE receipt_registration SET attempts = attempts + 1,
        next_at = now() + least(${this.config.receiptProviderRetrySeconds}::int * power(2, least(attempts, 20)), 3600) * interval '1 second'
      WHERE (receipt_id, act) IN (
        SELECT r.receipt_id, r.act FROM receipt_registration r
        WHERE r.state <> 'registered' AND r.next_at <= now() AND (r.act = 'issue' OR EXISTS (
          SELECT FROM receipt_registration i WHERE i.receipt_id = r.receipt_id AND i.act = 'issue' AND i.state = 'registered'))
          -- One that stands in the place of another follows after that is void there, and one that adjusts another after that is there.
          AND NOT EXISTS (SELECT FROM receipt n JOIN receipt_registration o ON o.receipt_id IN (n.replaces, n.adjusts)
            WHERE n.id = r.receipt_id AND o.state <> 'registered')
        ORDER BY r.next_at LIMIT ${BATCH} FOR UPDATE OF r SKIP LOCKED)
      RETURNING receipt_id AS "receiptId", act, attempts`);
  }

  /** False where the provider did not answer, or nothing could be asked of it yet. */
  private async tell(due: Due): Promise<boolean> {
    try {
      const registered = due.act === 'issue' ? await this.issue(due) : await this.cancel(due);
      if (registered !== undefined) await this.noteRegistered(due, registered);
      return registered !== undefined;
    } catch (error) {
      if (!(error instanceof ProviderTrouble)) throw error;
      await this.noteTrouble(due, error);
      return error.kind === 'refused';
    }
  }

  private async issue({ receiptId, attempts }: Due): Promise<Registered | undefined> {
    const known = attempts > 1 ? await this.provider.find(receiptId) : undefined;
    if (known) return known;
    const receipt = await this.contentOf(receiptId);
    return receipt && this.provider.register(receiptId, receipt);
  }

  private async cancel({ receiptId, attempts }: Due): Promise<Registered> {
    const known = attempts > 1 ? await this.provider.find(receiptId) : undefined;
    if (known?.isCancelled) return known;
    const receipt = await this.find(receiptId);
    const { successor } = await neighboursOf(this.database, receipt);
    return this.provider.cancel(receiptId, whyVoid(receipt, successor), withOffset(receipt.voidedAt!));
  }

  private async find(id: string): Promise<StoredReceipt> {
    const [receipt] = await this.database.query<StoredReceipt>(
      sql`SELECT ${RECEIPTS.columns()} FROM receipt WHERE id = ${id}`,
    );
    return receipt!;
  }

  /** Undefined while its payer or its agency is not heard of. */
  private async contentOf(id: string): Promise<ReceiptToRegister | undefined> {
    const receipt = await this.find(id);
    const { form, symbol, serial, kind, issuedAt, agency, lines, amount } = receipt;
    const [payer, collectors, paper, { replaced, adjusted }] = await Promise.all([
      payerOf(this.database, this.sealing.sealingKey, receipt),
      collectorsOf(this.database, [agency]),
      this.papers.find({ about: id, form: 'receipt' }),
      neighboursOf(this.database, receipt),
    ]);
    if (payer === undefined || !hasIssuer(paper!)) return undefined;
    return {
      ...{ form, symbol, number: serialText(serial), kind, issuedAt: withOffset(issuedAt) },
      collector: { agency, name: paper!.issuer.name, taxCode: collectors.get(agency)?.taxCode ?? null },
      payer: payer && { name: payer.fullName, address: payer.address },
      lines: lines.map(({ name, net }) => ({ name, amount: net })),
      ...{
        amount,
        amountInWords: sayAmountInWords(amount),
        replaces: replaced ? `${replaced.symbol} ${serialText(replaced.serial)}` : null,
        adjusts: adjusted ? `${adjusted.symbol} ${serialText(adjusted.serial)}` : null,
      },
    };
  }

  /** Signed by the provider, it is printed anew; what was handed out before stays as it is. */
  private async noteRegistered({ receiptId, act }: Due, { code, signedBy, signedAt }: Registered): Promise<void> {
    const { agency } = await this.find(receiptId);
    await this.unitOfWork.run(async (tx) => {
      const noted = await tx.query(sql`
        UPDATE receipt_registration SET state = 'registered', code = ${code}, signed_by = ${signedBy}, signed_at = ${signedAt}, trouble = NULL
        WHERE receipt_id = ${receiptId} AND act = ${act} AND state <> 'registered' RETURNING receipt_id`);
      if (noted.length > 0 && act === 'issue')
        await issuePapers(tx, [{ about: receiptId, form: 'receipt', agency, at: signedAt }]);
    });
  }

  private async noteTrouble({ receiptId, act }: Due, { kind, message }: ProviderTrouble): Promise<void> {
    await this.database.query(sql`
      UPDATE receipt_registration SET state = ${kind === 'refused' ? 'refused' : 'waiting'}, trouble = ${message}
      WHERE receipt_id = ${receiptId} AND act = ${act} AND state <> 'registered'`);
    this.logger.warn({ receiptId, act, kind }, 'the receipt provider did not take a receipt');
  }
}
