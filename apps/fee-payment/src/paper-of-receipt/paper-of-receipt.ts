import { Injectable } from '@nestjs/common';
import { hasIssuer, IssuedPapers, placeOfIssuer } from '@motcua/catalogue-copy';
import { Database, PlatformConfig, SealingConfig } from '@motcua/platform';
import { findAccount } from '../persistence/accounts.js';
import { collectorsOf } from '../persistence/collectors.js';
import { findOrder } from '../persistence/orders.js';
import { payerOf } from '../persistence/payers.js';
import { registrationsOf } from '../persistence/registrations.js';
import { neighboursOf, type StoredReceipt } from '../persistence/receipts.js';
import { printReceipt } from './receipt-form.js';

/** The paper of a receipt, whose bytes stay what they were at its first print (ADR 0034). */
@Injectable()
export class PaperOfReceipt {
  constructor(
    private readonly database: Database,
    private readonly papers: IssuedPapers,
    private readonly platform: PlatformConfig,
    private readonly sealing: SealingConfig,
  ) {}

  /** Undefined while its payer or its agency is not heard of: without the names it would be kept so. */
  async of(receipt: StoredReceipt): Promise<Buffer | undefined> {
    const { id, dossierId, orderId, agency: issuedBy } = receipt;
    const [payer, account, order, collectors, paper, registrations, neighbours] = await Promise.all([
      payerOf(this.database, this.sealing.sealingKey, receipt),
      findAccount(this.database, dossierId),
      findOrder(this.database, orderId),
      collectorsOf(this.database, [issuedBy]),
      this.papers.find({ about: id, form: 'receipt' }),
      registrationsOf(this.database, id),
      neighboursOf(this.database, receipt),
    ]);
    if (payer === undefined || !hasIssuer(paper!)) return undefined;
    const { name, superior } = paper!.issuer;
    const agency = { name, superior, province: placeOfIssuer(paper!.issuer) };
    const taxCode = collectors.get(issuedBy)?.taxCode ?? null;
    const { publicUrl } = this.platform;
    const registration = registrations.find(({ act, state }) => act === 'issue' && state === 'registered') ?? null;
    return this.papers.pdf(paper!, () =>
      printReceipt({
        ...{
          receipt,
          ...neighbours,
          account: account!,
          order: order!,
          agency,
          taxCode,
          payer,
          registration,
          publicUrl,
        },
      }),
    );
  }
}
