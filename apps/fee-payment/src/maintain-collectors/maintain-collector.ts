import { collectorFaults, type CollectorTerms } from '@motcua/fee-domain';
import { dayInVietnam, Refusal } from '@motcua/kernel';
import { assertVersion, type CommandKind, created, ok, sql } from '@motcua/platform';
import { COLLECTOR, type Collector, type CollectorChange, collectorsOf } from '../persistence/collectors.js';
import type { PaymentCode } from '../problems.js';
import type { CollectorView } from './collector.view.js';

interface MaintainCollector extends CollectorTerms {
  readonly agency: string;
  /** As the officer saw it; undefined: nothing is there yet. */
  readonly version: number | undefined;
  readonly actor: string;
}

/** An agency says under which series it numbers receipts, and where transfers to it go. */
export const MAINTAIN_COLLECTOR: CommandKind<
  MaintainCollector,
  { readonly before: Collector | null },
  CollectorChange,
  CollectorView
> = {
  aggregate: COLLECTOR,
  about: ({ agency }) => `collector/${agency}`,
  facts: async (queries, commands) => {
    const agencies = commands.map(({ agency }) => agency);
    // Of two who enter the first terms at once the second finds those of the first.
    await queries.query(sql`
      SELECT pg_advisory_xact_lock(hashtextextended('collector ' || agency, 0))
      FROM unnest(${agencies.toSorted()}::text[]) WITH ORDINALITY AS w (agency, n) ORDER BY n`);
    const found = await collectorsOf(queries, agencies);
    return agencies.map((agency) => ({ before: found.get(agency) ?? null }));
  },
  decide: ({ before }, { version, actor, agency, ...terms }, at) => {
    assertVersion(before?.version, version);
    const faults = collectorFaults(before, terms, dayInVietnam(at));
    if (faults.length > 0) throw new Refusal<PaymentCode>('PAYMENT.COLLECTOR_INVALID', {}, faults);
    return { before, after: { agency, version: (before?.version ?? 0) + 1, ...terms }, at, actor };
  },
  answer: ({ before, after }) => {
    const headers = { version: after.version, location: `/payment/v1/collectors/${after.agency}` };
    return before === null ? created(collectorView(after), headers) : ok(collectorView(after), headers);
  },
};

export const collectorView = ({ version: _, ...collector }: Collector): CollectorView => collector;
