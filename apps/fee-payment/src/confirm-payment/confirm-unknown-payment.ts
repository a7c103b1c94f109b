import { Inject, Injectable } from '@nestjs/common';
import { type Confirmation, decideConfirmation, sameConfirmation, sameNumber } from '@motcua/fee-domain';
import { type Answer, type CommandKind, type LockingQueries, Unchanged } from '@motcua/platform';
import { PAYMENT_GATEWAY, type PaymentGateway } from '../gateway/payment-gateway.js';
import { breaksByIdentity } from '../persistence/breaks-by-identity.js';
import type { StoredBreak } from '../persistence/breaks.js';
import { confirmationsOf, type StoredConfirmation } from '../persistence/confirmations.js';
import { LOOSE_BREAK, type LooseBreakChange } from '../persistence/loose-breaks.js';
import { type LooseMoney, looseMoneyOf } from '../persistence/loose-money.js';
import { discrepancy } from '../settlement/record-discrepancy.js';
import { jsonText } from './json-text.js';

interface ConfirmUnknownPaymentCommand {
  readonly confirmation: Confirmation;
  readonly newId: () => string;
}

interface Facts {
  readonly known: StoredBreak | undefined;
  readonly confirmations: readonly StoredConfirmation[];
  readonly money: readonly LooseMoney[];
}

const identityOf = ({ confirmation: { reference, transaction, amount } }: ConfirmUnknownPaymentCommand): string =>
  `unknownReference:${reference}:${transaction ?? ''}:${amount}`;

/** The platform confirms a payment that nobody here has ordered: recorded as a break, answered, and the same bytes again. */
@Injectable()
export class ConfirmUnknownPayment implements CommandKind<
  ConfirmUnknownPaymentCommand,
  Facts,
  LooseBreakChange,
  string
> {
  readonly aggregate = LOOSE_BREAK;

  constructor(@Inject(PAYMENT_GATEWAY) private readonly gateway: PaymentGateway) {}

  about({ confirmation }: ConfirmUnknownPaymentCommand): string {
    return `reference/${confirmation.reference}`;
  }

  async facts(queries: LockingQueries, commands: readonly ConfirmUnknownPaymentCommand[]): Promise<readonly Facts[]> {
    const references = commands.map(({ confirmation }) => confirmation.reference);
    const [breaks, confirmations, money] = await Promise.all([
      breaksByIdentity(queries, commands.map(identityOf)),
      confirmationsOf(queries, references),
      looseMoneyOf(queries, references),
    ]);
    return commands.map((command) => ({
      known: breaks.get(identityOf(command)),
      confirmations: confirmations.filter(({ reference }) => reference === command.confirmation.reference),
      money: money.filter(({ reference }) => reference === command.confirmation.reference),
    }));
  }

  decide(
    { known, confirmations, money }: Facts,
    command: ConfirmUnknownPaymentCommand,
    at: Temporal.Instant,
  ): LooseBreakChange | Unchanged<string> {
    const { confirmation, newId } = command;
    const said = confirmations.find((earlier) => sameConfirmation(earlier, confirmation));
    if (said?.answer) return new Unchanged(jsonText(200, said.answer));
    const { reference, amount } = confirmation;
    const { ours, theirs } = decideConfirmation(null, confirmation, { owed: 0 }).break ?? {
      ours: null,
      theirs: String(amount),
    };
    const found = discrepancy(known, {
      id: newId(),
      identity: identityOf(command),
      kind: 'unknownReference',
      dossierId: null,
      orderId: null,
      reference,
      ours,
      theirs,
      agencies: [],
      foundAt: at,
    });
    return {
      breaks: { before: known ?? null, after: found },
      confirmation: {
        ...confirmation,
        id: newId(),
        orderId: null,
        source: 'callback',
        acknowledged: false,
        answer: this.gateway.answerTo('unknownReference', reference, at),
        receivedAt: at,
        reversedAt: null,
        numberFree: false,
      },
      money: looseOf(money, command, at),
      at,
      actor: 'system:national-platform',
    };
  }

  answer({ confirmation }: LooseBreakChange): Answer<string> {
    return jsonText(200, confirmation!.answer!);
  }
}

/** What is here under its number and was not known yet: a number is one sum of money. */
function looseOf(
  known: readonly LooseMoney[],
  { confirmation, newId }: ConfirmUnknownPaymentCommand,
  at: Temporal.Instant,
): LooseMoney | null {
  const { success, reference, transaction, amount } = confirmation;
  const entered = known
    .filter((one) => sameNumber(one.transaction, transaction ?? ''))
    .reduce((sum, one) => sum + one.amount, 0);
  if (!success || amount <= entered) return null;
  return {
    ...{ id: newId(), version: 1, method: 'nationalPlatform', reference, transaction: transaction ?? '' },
    ...{ amount: amount - entered, receivedAt: at, status: 'open' },
    ...{ orderId: null, allocatedAt: null, allocatedBy: null, note: null },
  };
}
