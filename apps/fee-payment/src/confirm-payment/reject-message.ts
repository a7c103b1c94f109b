import { Inject, Injectable } from '@nestjs/common';
import { type Answer, type CommandKind, type LockingQueries, Unchanged } from '@motcua/platform';
import { PAYMENT_GATEWAY, type PaymentGateway } from '../gateway/payment-gateway.js';
import { breaksByIdentity } from '../persistence/breaks-by-identity.js';
import type { StoredBreak } from '../persistence/breaks.js';
import { LOOSE_BREAK, type LooseBreakChange } from '../persistence/loose-breaks.js';
import type { StoredOrder } from '../persistence/orders.js';
import { discrepancy } from '../settlement/record-discrepancy.js';
import { jsonText } from './json-text.js';

interface RejectMessageCommand {
  readonly why: 'badHash' | 'badMessage';
  readonly detail: string;
  /** The order that the message names, where it names one of ours. */
  readonly order: StoredOrder | undefined;
  readonly newId: () => string;
}

interface Facts {
  readonly known: StoredBreak | undefined;
}

/** Repeats within this time are counted once: anybody may send such messages, thousands of them. */
const COUNTED_EVERY = { minutes: 1 } as const;

const identityOf = ({ why, order }: RejectMessageCommand): string => `${why}:${order?.id ?? 'no order'}`;

/**
 * A message that is not the platform's. One break per order and kind counts them, and one more for all that name no order;
 * what an officer has resolved, no stranger opens again.
 */
@Injectable()
export class RejectMessage implements CommandKind<RejectMessageCommand, Facts, LooseBreakChange, string> {
  readonly aggregate = LOOSE_BREAK;

  constructor(@Inject(PAYMENT_GATEWAY) private readonly gateway: PaymentGateway) {}

  about(command: RejectMessageCommand): string {
    return `break/${identityOf(command)}`;
  }

  async facts(queries: LockingQueries, commands: readonly RejectMessageCommand[]): Promise<readonly Facts[]> {
    const breaks = await breaksByIdentity(queries, commands.map(identityOf));
    return commands.map((command) => ({ known: breaks.get(identityOf(command)) }));
  }

  decide({ known }: Facts, command: RejectMessageCommand, at: Temporal.Instant): LooseBreakChange | Unchanged<string> {
    const { why, detail, order, newId } = command;
    if (known && Temporal.Instant.compare(known.lastSeenAt.add(COUNTED_EVERY), at) > 0) {
      return new Unchanged(this.answered(why, at));
    }
    const found = discrepancy(known, {
      id: newId(),
      identity: identityOf(command),
      kind: why,
      dossierId: order?.dossierId ?? null,
      orderId: order?.id ?? null,
      reference: order?.reference ?? '(unknown)',
      ours: order ? String(order.amount) : null,
      theirs: null,
      agencies: order?.agencies ?? [],
      detail,
      foundAt: at,
    });
    const after = known ? { ...found, status: known.status } : found;
    return {
      ...{
        breaks: { before: known ?? null, after },
        confirmation: null,
        money: null,
        at,
        actor: 'system:national-platform',
      },
    };
  }

  answer({ breaks: { after }, at }: LooseBreakChange): Answer<string> {
    return this.answered(after.kind as RejectMessageCommand['why'], at);
  }

  private answered(why: RejectMessageCommand['why'], at: Temporal.Instant): Answer<string> {
    return jsonText(why === 'badHash' ? 403 : 400, this.gateway.answerTo(why, '', at));
  }
}
