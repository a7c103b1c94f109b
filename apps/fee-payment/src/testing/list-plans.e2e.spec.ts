import { jest } from '@jest/globals';
import { Database } from '@motcua/platform';
import type { ApiClient, Json } from '@motcua/testing';
import { type PaymentSystem, startPaymentSystem } from './payment-system.fixture.js';

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

const ROWS = 20_000;
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
const read = (node: Plan): number =>
  (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];

// Of 40 agencies and 4,000 citizens, one in fifty with another party; H48.12 has one row in forty.
const OWNED = `ARRAY['H48.' || n % 40], 'ref-' || n % 4000, 'citizen-' || n % 4000`;
const ID = `lpad(to_hex(n), 8, '0') || '-0000-7000-8000-000000000000'`;

const FILL = `
  INSERT INTO payment.account (dossier_id, version, code, procedure_code, procedure_name, receiving_agency, agencies, applicant_ref, submitted_by, party_refs, lines, total, assessed_at)
  SELECT (${ID})::uuid, 1, 'C' || n, '1.001686', 'x', 'H48.' || n % 40, ${OWNED}, CASE WHEN n % 50 = 0 THEN ARRAY['party-' || n % 4000] ELSE '{}' END, '[]', 1000, now() FROM generate_series(1, ${ROWS}) AS n;
  INSERT INTO payment.payment_order (id, version, dossier_id, agency, agencies, applicant_ref, submitted_by, reference, method, status, collects, amount, due, placed_at, placed_by)
  SELECT (${ID})::uuid, 1, (${ID})::uuid, 'H48.' || n % 40, ${OWNED}, 'R' || n, 'counter', 'paid', '{beforeAcceptance}', 1000, 0, now(), 'x' FROM generate_series(1, ${ROWS}) AS n;
  INSERT INTO payment.ledger_entry (id, dossier_id, order_id, reference, method, kind, amount, transaction, at, agencies, applicant_ref, submitted_by)
  SELECT (${ID})::uuid, (${ID})::uuid, (${ID})::uuid, 'R' || n, 'counter', 'payment', 1000, 'T' || n, now(), ${OWNED} FROM generate_series(1, ${ROWS}) AS n;
  INSERT INTO payment.receipt (id, number, form, symbol, serial, lookup_code, agency, dossier_id, order_id, kind, amount, settles, lines, issued_at, settled_at, agencies, applicant_ref, submitted_by)
  SELECT (${ID})::uuid, 'N' || n, '01BLP0-001', 'PH-26E', n, 'L' || n, 'H48.' || n % 40, (${ID})::uuid, (${ID})::uuid, 'phi', 1000, '{beforeAcceptance}', '[]', now(), now(), ${OWNED} FROM generate_series(1, ${ROWS}) AS n;
  INSERT INTO payment.refund (id, version, dossier_id, amount, reason, status, listed_at, agencies)
  SELECT (${ID})::uuid, 1, (${ID})::uuid, 1000, 'refused', CASE n % 50 WHEN 0 THEN 'listed' ELSE 'kept' END, now(), ARRAY['H48.' || n % 40] FROM generate_series(1, ${ROWS}) AS n;
  INSERT INTO payment.payment_break (id, version, identity, kind, dossier_id, reference, status, found_at, last_seen_at, agencies)
  SELECT (${ID})::uuid, 1, 'i' || n, 'amountDiffers', (${ID})::uuid, 'R' || n, CASE n % 50 WHEN 0 THEN 'open' ELSE 'resolved' END, now(), now(), ARRAY['H48.' || n % 40] FROM generate_series(1, ${ROWS}) AS n;
  ANALYZE payment.account, payment.payment_order, payment.ledger_entry, payment.receipt, payment.refund, payment.payment_break`;

describe('the plans of the lists on twenty thousand rows each', () => {
  let at: PaymentSystem;
  let citizen: ApiClient;

  beforeAll(async () => {
    at = await startPaymentSystem();
    await at.system.sql(FILL);
    citizen = await at.system.as({ sub: 'citizen-7', roles: ['citizen'] });
  }, 120_000);

  afterAll(() => at.stop());

  /** What the service asks of a table when it answers a request. */
  const statementOf = async (client: ApiClient, path: string, table: string): Promise<[string, readonly unknown[]]> => {
    const query = jest.spyOn(at.system.get('payment', Database), 'query');
    expect((await client.get(path)).status).toBe(200);
    // A list is asked for by text and values; what a sweep asks meanwhile is a statement with both.
    const call = query.mock.calls.find(([text]) => typeof text === 'string' && text.includes(`FROM ${table} `));
    query.mockRestore();
    return [String(call![0]), call![1] ?? []];
  };

  const DOSSIER = '00000007-0000-7000-8000-000000000000';
  const LISTS = [
    ['orders', 'payment_order'],
    ['transactions', 'ledger_entry'],
    ['receipts', 'receipt'],
  ] as const;
  const CASHIERS = [
    ['refunds', 'refund'],
    ['breaks', 'payment_break'],
  ] as const;

  it.each([
    ...LISTS.map(([path, table]) => ['citizen', path, table, 10] as const),
    ...[...LISTS, ...CASHIERS].map(([path, table]) => ['cashier', path, table, 2_100] as const),
    ...[...LISTS, ...CASHIERS].map(([path, table]) => ['cashier', `${path}?dossierId=${DOSSIER}`, table, 1] as const),
    ...[...LISTS, ...CASHIERS].map(([path, table]) => ['admin', path, table, 51] as const),
    ['cashier', 'refunds?status=listed', 'refund', 2_100],
    ['admin', 'breaks?status=open', 'payment_break', 51],
    ['cashier', 'transactions?method=counter&kind=payment', 'ledger_entry', 2_100],
  ] as const)('%s, %s: by an index, and few rows of it', async (who, path, table, atMost) => {
    const client = who === 'citizen' ? citizen : who === 'admin' ? at.admin : at.cashier;
    const [sql, values] = await statementOf(client, `/payment/v1/${path}`, table);
    const [row] = await at.system.get('payment', Database).query<Json>(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, values);
    const nodes = nodesOf(row['QUERY PLAN'][0].Plan).filter((node) => node['Relation Name'] === table);
    expect(nodes.length).toBeGreaterThan(0);
    for (const node of nodes) {
      expect(node['Node Type']).not.toBe('Seq Scan');
      expect(read(node)).toBeLessThanOrEqual(atMost);
    }
  });

  it('finds what is due to be asked about by an index', async () => {
    const { sweep } = at;
    const query = jest.spyOn(at.system.get('payment', Database), 'query');
    await sweep(0);
    const [sql, values] = query.mock.calls.find(([text]) => String(text).includes('ask_at <= now()'))!;
    query.mockRestore();
    const [row] = await at.system.get('payment', Database).query<Json>(`EXPLAIN (FORMAT JSON) ${String(sql)}`, values);
    const nodes = nodesOf(row['QUERY PLAN'][0].Plan).filter((node) => node['Relation Name'] === 'payment_order');
    expect(nodes.map((node) => node['Node Type'])).not.toContain('Seq Scan');
  });
});
