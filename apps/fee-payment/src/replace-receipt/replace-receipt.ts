import { Injectable } from '@nestjs/common';
import { assertReplaceable } from '@motcua/fee-domain';
import {
  type Actor,
  type Answer,
  assertReach,
  type CommandKind,
  created,
  type LockingQueries,
  type SealedEnvelope,
} from '@motcua/platform';
import { DOSSIER_MONEY, type MoneyChange } from '../persistence/dossier-money.js';
import { moneyBy } from '../persistence/money.js';
import type { NewReceipt } from '../persistence/receipts.js';
import { withRow } from '../persistence/row-changes.js';
import { MoneyReach, type Reachable } from '../settlement/reach.js';
import { type ReceiptView } from '../views/receipt.view.js';
import { receiptView } from '../views/show-receipt.js';

interface ReplaceReceiptCommand {
  /** The receipt that says something wrong. */
  readonly id: string;
  /** Of the one in its place. */
  readonly newId: string;
  readonly reason: string;
  /** Absent: the applicant. */
  readonly payer: SealedEnvelope | undefined;
  readonly actor: Actor;
}

/** An officer has another receipt stand in the place of one that says something wrong. No money moves. */
@Injectable()
export class ReplaceReceipt implements CommandKind<ReplaceReceiptCommand, Reachable, MoneyChange, ReceiptView> {
  readonly aggregate = DOSSIER_MONEY;

  constructor(private readonly reach: MoneyReach) {}

  about({ id }: ReplaceReceiptCommand): string {
    return `receipt/${id}`;
  }

  async facts(
    queries: LockingQueries,
    commands: readonly ReplaceReceiptCommand[],
  ): Promise<readonly (Reachable | undefined)[]> {
    const ids = commands.map(({ id }) => id);
    const reachable = await this.reach.of(queries, await moneyBy(queries, 'receipt', ids));
    return ids.map((id) => reachable.get(id));
  }

  /** @throws Refusal */
  decide(
    { money, within }: Reachable,
    { id, newId, reason, payer, actor }: ReplaceReceiptCommand,
    at: Temporal.Instant,
  ): MoneyChange {
    const replaced = money.receipts.find((one) => one.id === id)!;
    assertReach(actor, 'payment.collect', { agencies: within });
    assertReplaceable(replaced);
    // Its number is given when it is saved.
    const { number, form: _, symbol: __, serial: ___, lookupCode: ____, ...content } = replaced;
    const receipt: NewReceipt = {
      ...{ ...content, id: newId, replaces: id, replacesBecause: reason, issuedAt: at, file: null },
    };
    return {
      before: money,
      after: { ...money, receipts: withRow(money.receipts, { ...replaced, voidedAt: at, replacedBy: newId }) },
      receipts: [receipt],
      payers: payer ? [{ ...payer, receiptId: newId, dossierId: replaced.dossierId }] : [],
      action: 'receiptReplaced',
      detail: { receiptNumber: number, replacedBy: newId, reason },
      at,
      actor: actor.subject,
    };
  }

  answer({ issued }: MoneyChange): Answer<ReceiptView> {
    const [receipt] = issued!;
    return created(receiptView(receipt!), { version: 1, location: `/payment/v1/receipts/${receipt!.id}` });
  }
}
