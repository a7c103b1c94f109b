import { Inject, Injectable } from '@nestjs/common';
import { receiptUnconfirmed } from '@motcua/dossier-domain';
import { CLOCK, type Clock } from '@motcua/kernel';
import { Database, type DueRow, sql, type Sweep, Unchanged } from '@motcua/platform';
import { type DossierCommand, type DossierDecision, Dossiers } from '../change/dossiers.js';
import { NOTHING_DUE, SETTLED } from '../change/settled.js';

/** Less than this after the acceptance no working day has passed. */
const AT_LEAST = { hours: 8 };

/** A receipt that was named at the acceptance and that no cashier records is told to who can do something. @rule R16 */
@Injectable()
export class AskForReceipts implements Sweep {
  readonly name = 'ask-for-receipts';
  private readonly decision: DossierDecision<DossierCommand, { readonly inCharge: readonly string[] }, boolean>;

  constructor(
    private readonly database: Database,
    private readonly dossiers: Dossiers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.decision = {
      scope: null,
      more: async (queries, facts) => {
        const agencies = facts.map(({ dossier }) => dossier.receivingAgency);
        const rows = await queries.query<{ readonly subject: string; readonly agencies: readonly string[] }>(sql`
          SELECT subject, agencies FROM officer_copy
          WHERE roles && '{cashier,leader}' AND agencies && ${agencies}::text[] ORDER BY subject`);
        return agencies.map((agency) => ({
          inCharge: rows.filter((row) => row.agencies.includes(agency)).map(({ subject }) => subject),
        }));
      },
      decide: ({ dossier, circumstances, inCharge }, _, now) => {
        const { cashReceiptNumber, unpaidBeforeAcceptance: owed, acceptedAt, acceptedBy } = dossier;
        const { calendar } = circumstances.calendarOf(dossier.receivingAgency);
        const toldAt = dossier.receiptDoubtedAt;
        if (!receiptUnconfirmed({ cashReceiptNumber, owed, acceptedAt, toldAt, calendar, now }))
          return new Unchanged(NOTHING_DUE);
        const receiptNumber = cashReceiptNumber ?? '';
        const tell = [...new Set([...inCharge, ...(acceptedBy ? [acceptedBy.subject] : [])])];
        return {
          before: dossier,
          // What an officer has seen has not changed: the version stays.
          after: { ...dossier, receiptDoubtedAt: now },
          at: now,
          actor: 'system:ask-for-receipts',
          facts: [{ action: 'receiptDoubted', detail: { receiptNumber, owed }, told: { receiptNumber, owed, tell } }],
        };
      },
      answer: () => SETTLED,
    };
  }

  due(after: DueRow | undefined, limit: number): Promise<DueRow[]> {
    return this.database.query<DueRow>(sql`
      SELECT accepted_at AS at, id FROM dossier
      WHERE cash_receipt_number IS NOT NULL AND receipt_doubted_at IS NULL AND unpaid_before_acceptance > 0
        AND accepted_at <= ${this.clock.now().subtract(AT_LEAST)}
        AND (${after?.at ?? null}::timestamptz IS NULL OR (accepted_at, id) > (${after?.at ?? null}, ${after?.id ?? null}::uuid))
      ORDER BY accepted_at, id LIMIT ${limit}`);
  }

  async settle({ id }: DueRow): Promise<boolean> {
    return (await this.dossiers.run(this.decision, { id })).body;
  }
}
