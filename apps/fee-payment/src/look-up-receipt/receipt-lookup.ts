import { Injectable } from '@nestjs/common';
import { sayAmountInWords } from '@motcua/pdf-drawing';
import { Refusal, withOffset } from '@motcua/kernel';
import { Database, type PlatformCode, sql, TokenBuckets } from '@motcua/platform';
import { PaymentConfig } from '../payment.config.js';
import { serialText } from '../persistence/receipts.js';
import type { LookedUpReceiptView, ReceiptStanding } from './looked-up-receipt.view.js';

type Found = Omit<
  LookedUpReceiptView,
  'amountInWords' | 'serial' | 'issuedAt' | 'voidedAt' | 'status' | 'replacedBy' | 'adjustedBy' | 'adjusts'
> & {
  readonly serial: number;
  readonly issuedAt: Temporal.Instant;
  readonly voidedAt: Temporal.Instant | null;
  readonly successor: Named | null;
  readonly adjusting: readonly Named[];
  readonly adjusted: Named | null;
};

interface Named {
  readonly symbol: string;
  readonly serial: number;
}

const named = ({ symbol, serial }: Named): string => `${symbol} ${serialText(serial)}`;

function standingOf({ voidedAt, successor, refunded }: Found): ReceiptStanding {
  if (successor) return 'replaced';
  if (voidedAt !== null) return 'cancelled';
  return refunded > 0 ? 'adjusted' : 'valid';
}

/** As people type it: small letters, blanks and dashes are nothing. */
const typed = (code: string): string => code.replaceAll(/[^0-9A-Za-z]/g, '').toUpperCase();

/** A receipt by its code, for JSON and for the page: both share one limit for an address. */
@Injectable()
export class ReceiptLookup {
  private readonly buckets: TokenBuckets;

  constructor(
    private readonly database: Database,
    config: PaymentConfig,
  ) {
    this.buckets = new TokenBuckets(config.receiptLookupsPerMinute);
  }

  /** @throws Refusal REQUEST.TOO_MANY, RESOURCE.NOT_FOUND */
  async find(code: string, address: string): Promise<LookedUpReceiptView> {
    if (!this.buckets.take(address, performance.now())) throw new Refusal<PlatformCode>('REQUEST.TOO_MANY');
    const [found] = await this.database.query<Found>(sql`
      SELECT coalesce(p.issuer->>'name', a.name, r.agency) AS "agencyName", c.tax_code AS "taxCode", r.kind, r.form, r.symbol, r.serial,
        r.amount, r.refunded, r.issued_at AS "issuedAt", r.voided_at AS "voidedAt",
        (SELECT jsonb_build_object('symbol', s.symbol, 'serial', s.serial) FROM receipt s WHERE s.id = r.replaced_by) AS successor,
        (SELECT jsonb_build_object('symbol', s.symbol, 'serial', s.serial) FROM receipt s WHERE s.id = r.adjusts) AS adjusted,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('symbol', s.symbol, 'serial', s.serial) ORDER BY s.id), '[]'::jsonb)
          FROM receipt s WHERE s.adjusts = r.id) AS adjusting
      FROM receipt r
        LEFT JOIN issued_paper p ON p.about = r.id AND p.form = 'receipt' AND p.n = 1 AND p.edition = 1
        LEFT JOIN agency_copy a ON a.code = r.agency
        LEFT JOIN collector c ON c.agency = r.agency
      WHERE r.lookup_code = ${typed(code)}`);
    if (!found) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    const { serial, issuedAt, voidedAt, successor, adjusted, adjusting, ...facts } = found;
    return {
      ...facts,
      serial: serialText(serial),
      amountInWords: sayAmountInWords(found.amount),
      issuedAt: withOffset(issuedAt),
      status: standingOf(found),
      voidedAt: voidedAt && withOffset(voidedAt),
      replacedBy: successor && named(successor),
      adjustedBy: adjusting.map(named),
      adjusts: adjusted && named(adjusted),
    };
  }
}
