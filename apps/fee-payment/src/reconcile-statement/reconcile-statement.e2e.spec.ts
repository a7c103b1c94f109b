import { OfficerChangedV1, sampleOf } from '@motcua/contracts';
import { Database } from '@motcua/platform';
import { eventually, type Json } from '@motcua/testing';
import { verifyLedger } from '../persistence/verify-ledger.js';
import { FEE, type PaymentSystem, startPaymentSystem } from '../testing/payment-system.fixture.js';

const DAY = '&from=2026-11-24&to=2026-11-24';
const HEADER = 'reference,transaction,amount';

function fileOf(content: string, name: string): FormData {
  const form = new FormData();
  form.append('file', new Blob([content]), name);
  return form;
}

describe('a statement', () => {
  let at: PaymentSystem;

  beforeAll(async () => {
    at = await startPaymentSystem();
  });

  afterAll(() => at.stop());

  type Who = PaymentSystem['cashier'];
  const order = async (method = 'nationalPlatform'): Promise<Json> => {
    const dossierId = await at.submit([FEE]);
    return (await at.citizen.post('/payment/v1/orders', { dossierId, method })).body;
  };
  const paid = async (): Promise<Json> => {
    const placed = await order();
    await at.platform.pay(placed.reference);
    return { ...placed, transaction: at.platform.payments.get(placed.reference)!.transaction };
  };
  const send = (who: Who, content: string, query = `method=nationalPlatform&format=csv${DAY}`, name = 'sao-ke.csv') =>
    who.post(`/payment/v1/reconciliations?${query}`, fileOf(content, name));
  const csv = (...rows: readonly (readonly [string, string, number])[]): string =>
    [HEADER, ...rows.map((row) => row.join(','))].join('\n');
  const ofBank = (...rows: readonly (readonly [string, string, number])[]) =>
    send(at.cashier, csv(...rows), `method=transfer&format=csv${DAY}`);
  const linesOf = async (id: string, who = at.cashier): Promise<Json[]> =>
    (await who.get(`/payment/v1/reconciliations/${id}/lines?limit=200`)).body.items;
  const breaksOf = async (query: string, who = at.cashier): Promise<Json[]> =>
    (await who.get(`/payment/v1/breaks?limit=200&${query}`)).body.items;
  const resolve = async (id: string, body: object, who = at.cashier) => {
    const { etag } = await who.get(`/payment/v1/breaks/${id}`);
    return who.post(`/payment/v1/breaks/${id}/resolution`, body, { ifMatch: etag });
  };
  const marks = (reference: string) =>
    at.system.sql(`SELECT reconciliation_id AS id FROM payment.ledger_entry WHERE reference = $1`, [reference]);
  const isBalanced = async (): Promise<void> =>
    expect(await verifyLedger({ query: (statement) => at.system.sql(statement) })).toEqual([]);

  it('names what matches, what differs, what only one side has; each difference is a break with an owner and an age', async () => {
    const [matched, differs, onlyOurs] = [await paid(), await paid(), await paid()];
    at.platform.misbehave({ lose: true });
    const lost = await paid();
    at.platform.misbehave({});
    const made = await send(
      at.cashier,
      csv(
        [matched.reference, matched.transaction.toLowerCase(), 115_000],
        [differs.reference, differs.transaction, 15_000],
        [lost.reference, lost.transaction, 115_000],
        ['H0000000000000009', 'GD-?', 1_000],
      ),
    );
    expect(made).toMatchObject({
      status: 201,
      body: {
        ...{ status: 'done', method: 'nationalPlatform', fileName: 'sao-ke.csv', lines: 4, madeBy: 'cashier-1' },
        ...{ from: '2026-11-24T00:00:00+07:00', until: '2026-11-25T00:00:00+07:00' },
        counts: {
          ...{ matched: 1, amountDiffers: 1, missingHere: 1, missingThere: 1, unknownReference: 1 },
          ...{ refundDiffers: 0, elsewhere: 0 },
        },
      },
    });
    expect((await at.cashier.get(`/payment/v1/reconciliations/${made.body.id}`)).body).toEqual(made.body);
    expect(await linesOf(made.body.id)).toMatchObject([
      { line: 2, outcome: 'matched', reference: matched.reference, ours: 115_000, theirs: 115_000 },
      { line: 3, outcome: 'amountDiffers', reference: differs.reference, ours: 115_000, theirs: 15_000 },
      { line: 4, outcome: 'missingHere', reference: lost.reference, ours: null, theirs: 115_000 },
      { line: 5, outcome: 'unknownReference', reference: 'H0000000000000009', ours: null, theirs: 1_000 },
      { line: null, outcome: 'missingThere', reference: onlyOurs.reference, ours: 115_000, theirs: null },
    ]);
    const found = await breaksOf(`reconciliationId=${made.body.id}`);
    expect(found).toHaveLength(4);
    for (const one of found) expect(one).toMatchObject({ owner: 'cashier-1', ageDays: 0, status: 'open' });
    expect(found.find(({ kind }) => kind === 'missingHere')).toMatchObject({
      ...{ dossierId: lost.dossierId, orderId: lost.id, theirs: '115000', ours: null, agencies: ['H48.12'] },
      detail: 'sao-ke.csv, dòng 4',
    });
    // A mark names the reconciliation that made it.
    expect(await marks(matched.reference)).toEqual([{ id: made.body.id }]);
    expect(await marks(differs.reference)).toEqual([{ id: null }]);

    // The platform is asked at once about what only it has; the next comparison finds both sides agreed.
    await at.sweep(0);
    expect((await at.citizen.get(`/payment/v1/orders/${lost.id}`)).body.status).toBe('paid');
    const [assigned] = found.filter(({ kind }) => kind === 'missingThere');
    const { etag } = await at.cashier.get(`/payment/v1/breaks/${assigned!.id}`);
    const path = `/payment/v1/breaks/${assigned!.id}/assignment`;
    expect((await at.cashier.post(path, { owner: 'cashier-9' }, { ifMatch: etag })).body.owner).toBe('cashier-9');
    expect(await breaksOf('owner=cashier-9&status=open')).toMatchObject([{ reference: onlyOurs.reference }]);
  });

  it('is imported once, however often it comes, and re-opens nothing that an officer has resolved', async () => {
    const [one, unknown] = [await paid(), 'H0000000000000010'];
    const content = csv(
      [one.reference, one.transaction, 115_000],
      [unknown, 'GD-10', 2_000],
      [unknown, 'GD-10', 2_000],
    );
    const first = await send(at.cashier, content);
    const open = await breaksOf(`reconciliationId=${first.body.id}&kind=unknownReference`);
    // A number that they list twice is two differences.
    expect(open).toHaveLength(2);
    expect((await resolve(open[0]!.id, { note: 'khoản thu khác của đơn vị' })).status).toBe(201);
    const again = await send(at.cashier, content, undefined, 'ten-khac.csv');
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
    expect(again.body.counts).toEqual(first.body.counts);
    expect(await linesOf(first.body.id)).toHaveLength(3 + Number(first.body.counts.missingThere));
    const after = await breaksOf(`reconciliationId=${first.body.id}&kind=unknownReference`);
    expect(after.map(({ status }) => status).sort()).toEqual(['open', 'resolved']);
    // The same money in another file is the same money.
    const other = await send(at.cashier, `${content}\n`);
    expect(other.body.id).not.toBe(first.body.id);
    expect(await breaksOf(`reconciliationId=${other.body.id}&kind=unknownReference`)).toEqual([]);
    const loose = (await at.cashier.get('/payment/v1/unallocated-money?limit=200')).body.items;
    expect(loose.filter(({ reference }: Json) => reference === unknown)).toHaveLength(2);
    await isBalanced();
  });

  it('with a line that cannot be read is refused whole, the lines by number and why', async () => {
    const one = await paid();
    const content = `${csv([one.reference, one.transaction, 115_000])}\n${one.reference},T2,12.5\n,,100\n`;
    const refused = await send(at.cashier, content);
    expect(refused).toMatchObject({ status: 422, body: { code: 'PAYMENT.STATEMENT_UNREADABLE', bad: 2, lines: 1 } });
    expect(refused.body.errors.map(({ pointer, code }: Json) => [pointer, code])).toEqual([
      ['/lines/3', 'AMOUNT_UNREADABLE'],
      ['/lines/4', 'NUMBER_MISSING'],
    ]);
    expect(await marks(one.reference)).toEqual([{ id: null }]);
  });

  it('of a bank, as MT940, has its own number: other lines under the same number are refused', async () => {
    const message = (amount: number) =>
      [
        ...[':20:S1', ':25:3511', ':28C:400/1', ':60F:C261123VND0,', `:61:2611241124C${amount},NTRFNONREF//FT-400`],
        `:62F:C261124VND${amount},`,
      ].join('\n');
    const query = 'method=transfer&format=mt940';
    const made = await send(at.cashier, message(900), query);
    expect(made.body).toMatchObject({ statement: '400/1', account: '3511', counts: { unknownReference: 1 } });
    expect(made.body).toMatchObject({ from: '2026-11-24T00:00:00+07:00', until: '2026-11-25T00:00:00+07:00' });
    expect(await send(at.cashier, message(901), query)).toMatchObject({
      status: 409,
      body: { code: 'PAYMENT.STATEMENT_DIFFERS', reconciliationId: made.body.id },
    });
  });

  it("has a transfer that nobody confirmed booked by its break's resolution: paid, receipted, and the number is used up", async () => {
    const [placed, other] = [await order('transfer'), await order('transfer')];
    const made = await ofBank([placed.reference, 'FT-501', 115_000]);
    expect(made.body.counts).toMatchObject({ missingHere: 1 });
    const [missing] = await breaksOf(`reconciliationId=${made.body.id}&kind=missingHere`);
    const body = { act: 'allocation', note: 'sao kê ngày 24/11' };
    expect((await resolve(missing!.id, { ...body, orderId: other.id })).body.code).toBe('PAYMENT.ORDER_OF_ANOTHER');
    const resolved = await resolve(missing!.id, body);
    expect(resolved).toMatchObject({
      status: 201,
      body: { status: 'resolved', bookedBy: { act: 'allocation', id: placed.id }, resolvedBy: 'cashier-1' },
    });
    expect((await at.citizen.get(`/payment/v1/orders/${placed.id}`)).body).toMatchObject({
      ...{ status: 'paid', transaction: 'FT-501' },
    });
    expect((await at.citizen.get(`/payment/v1/receipts?dossierId=${placed.dossierId}`)).body.items).toHaveLength(1);
    const { etag } = await at.cashier.get(`/payment/v1/orders/${other.id}`);
    const path = `/payment/v1/orders/${other.id}/transfer-confirmations`;
    const twice = await at.cashier.post(path, { transaction: 'FT-501', amount: 115_000 }, { ifMatch: etag });
    expect(twice.body.code).toBe('PAYMENT.TRANSACTION_USED');
    expect((await ofBank([placed.reference, 'ft-501', 115_000])).body.counts).toMatchObject({ matched: 1 });
    await isBalanced();
  });

  it('with more than is booked is resolved by booking the rest; what says that something was booked is believed where it was', async () => {
    const placed = await order('transfer');
    const { etag } = await at.cashier.get(`/payment/v1/orders/${placed.id}`);
    const path = `/payment/v1/orders/${placed.id}/transfer-confirmations`;
    await at.cashier.post(path, { transaction: 'FT-601', amount: 15_000 }, { ifMatch: etag });
    const made = await ofBank([placed.reference, 'FT-601', 115_000]);
    const [differs] = await breaksOf(`reconciliationId=${made.body.id}&kind=amountDiffers`);
    expect(differs).toMatchObject({ ours: '15000', theirs: '115000' });
    const claims = { act: 'refund', note: 'đã hoàn trả', refundId: '0198aaaa-0000-7000-8000-000000000001' };
    expect((await resolve(differs!.id, claims)).body.code).toBe('PAYMENT.NOTHING_BOOKED');
    const reversal = { act: 'reversal', note: 'đã đảo', reversalId: claims.refundId };
    expect((await resolve(differs!.id, reversal)).body.code).toBe('PAYMENT.NOTHING_BOOKED');
    expect((await resolve(differs!.id, { act: 'allocation', note: 'thu ngân ghi thiếu' })).status).toBe(201);
    expect((await at.citizen.get(`/payment/v1/assessments/${placed.dossierId}`)).body).toMatchObject({ owed: 0 });
    expect((await resolve(differs!.id, { note: 'lại' })).body.code).toBe('PAYMENT.BREAK_RESOLVED');
    await isBalanced();
  });

  it('has money of no order in the books once; what allocates it resolves its break', async () => {
    const placed = await order('transfer');
    const made = await ofBank(['', 'FT-701', 115_000]);
    const [unknown] = await breaksOf(`reconciliationId=${made.body.id}&kind=unknownReference`);
    expect(unknown).toMatchObject({ kind: 'unknownReference', reference: '(unknown)', dossierId: null, agencies: [] });
    expect((await resolve(unknown!.id, { act: 'allocation', note: 'x' })).body.code).toBe('PAYMENT.NOTHING_BOOKED');
    const [money] = (await at.cashier.get('/payment/v1/unallocated-money?limit=200')).body.items.filter(
      ({ transaction }: Json) => transaction === 'FT-701',
    );
    const path = `/payment/v1/unallocated-money/${money.id}/allocation`;
    const body = { orderId: placed.id, note: 'người nộp xuất trình ủy nhiệm chi' };
    expect((await at.cashier.post(path, body, { ifMatch: '"1"' })).body).toMatchObject({ status: 'paid' });
    expect((await at.cashier.get(`/payment/v1/breaks/${unknown!.id}`)).body).toMatchObject({
      ...{
        status: 'resolved',
        bookedBy: { act: 'allocation', id: placed.id },
        note: 'người nộp xuất trình ủy nhiệm chi',
      },
    });
    expect((await ofBank(['', 'FT-701', 115_000])).body.counts).toMatchObject({ matched: 1, unknownReference: 0 });
    await isBalanced();
  });

  it('has money of no order, which is not recorded for an order a second time, and whose number is used up once it is allocated', async () => {
    const [placed, online] = [await order('transfer'), await order()];
    await ofBank(['', 'FT-751', 115_000]);
    const confirm = async (number: string) => {
      const { etag } = await at.cashier.get(`/payment/v1/orders/${placed.id}`);
      const path = `/payment/v1/orders/${placed.id}/transfer-confirmations`;
      return at.cashier.post(path, { transaction: number, amount: 115_000 }, { ifMatch: etag });
    };
    const money: Json = (await at.cashier.get('/payment/v1/unallocated-money?limit=200')).body.items.find(
      ({ transaction }: Json) => transaction === 'FT-751',
    );
    expect(await confirm('ft-751')).toMatchObject({
      status: 409,
      body: { code: 'PAYMENT.MONEY_UNALLOCATED', looseMoney: money['id'] },
    });
    const path = `/payment/v1/unallocated-money/${money['id']}/allocation`;
    const body = { orderId: online.id, note: 'người nộp xuất trình ủy nhiệm chi' };
    expect((await at.cashier.post(path, body, { ifMatch: '"1"' })).body).toMatchObject({ status: 'paid' });
    expect((await confirm('FT-751')).body.code).toBe('PAYMENT.TRANSACTION_USED');
    expect((await ofBank(['', 'FT-751', 115_000])).body.counts).toMatchObject({ matched: 1 });
    await isBalanced();
  });

  it("of the bank lists the cash that cashiers brought there: it is no money of nobody, and another amount than the slip's shows", async () => {
    const lan = await at.system.as({ sub: 'lan', roles: ['cashier'], agency: 'H48.12' });
    const placed = await order('counter');
    const cash = { receiptNumber: 'BL-GNT', amount: 115_000 };
    await lan.post(`/payment/v1/orders/${placed.id}/cash-receipt`, cash, { ifMatch: '"1"' });
    const [{ id }] = (await lan.get('/payment/v1/cash-days?status=open&cashier=lan')).body.items as [Json];
    for (const [number, version] of [
      ['GNT-77', 1],
      ['GNT-78', 2],
    ] as const) {
      const slip = { kind: 'deposited', number, amount: 50_000, dated: '2026-11-24' };
      expect((await lan.post(`/payment/v1/cash-days/${id}/vouchers`, slip, { ifMatch: `"${version}"` })).status).toBe(
        201,
      );
    }
    const made = await ofBank(['', 'gnt-77', 50_000], ['', 'GNT-78', 40_000]);
    expect(made.body.counts).toMatchObject({ matched: 1, amountDiffers: 1, unknownReference: 0 });
    expect(await breaksOf(`reconciliationId=${made.body.id}&kind=amountDiffers`)).toMatchObject([
      { transaction: 'GNT-78', ours: '50000', theirs: '40000', dossierId: null, agencies: ['H48.12'] },
    ]);
    const loose = (await at.cashier.get('/payment/v1/unallocated-money?limit=200')).body.items;
    expect(loose.filter(({ transaction }: Json) => /^GNT/i.test(transaction))).toEqual([]);
    await isBalanced();
  });

  it('of a bank and a cashier who records one of its transfers in the same instant have the money once, whichever comes first', async () => {
    const placed = await order('transfer');
    const confirm = (transaction: string, { id } = placed) =>
      at.cashier.post(
        `/payment/v1/orders/${id}/transfer-confirmations`,
        { transaction, amount: 115_000 },
        { ifMatch: '"1"' },
      );
    const waiting = async (wanted: number): Promise<boolean> => {
      const [row] = await at.system.sql<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      );
      return row?.n === wanted;
    };
    /** The one that comes first has the number first, and the other waits for it. */
    const inOrder = async (
      number: string,
      first: () => Promise<Json>,
      second: () => Promise<Json>,
    ): Promise<Json[]> => {
      const holder = await at.system.get('payment', Database).connection();
      await holder.query('BEGIN');
      await holder.query(`SELECT pg_advisory_xact_lock(hashtextextended('bank number ' || $1, 0))`, [number]);
      const answers = [first()];
      await eventually(() => waiting(1));
      answers.push(second());
      await eventually(() => waiting(2));
      await holder.query('COMMIT');
      holder.release();
      return Promise.all(answers);
    };
    const entered = (number: string) =>
      at.system.sql<{ sum: string }>(
        `SELECT coalesce(sum(amount), 0)::int AS sum FROM (SELECT amount FROM payment.ledger_entry WHERE transaction = $1 UNION ALL
         SELECT amount FROM payment.loose_money WHERE transaction = $1 AND status = 'open') AS all_of_it`,
        [number],
      );
    const line = (number: string) => ofBank(['', number, 115_000]);

    const [recorded, listed] = await inOrder(
      'FT-901',
      () => confirm('FT-901'),
      () => line('FT-901'),
    );
    expect([recorded!.status, listed!.body.counts]).toMatchObject([201, { matched: 1, unknownReference: 0 }]);
    expect(await entered('FT-901')).toEqual([{ sum: 115_000 }]);

    const other = await order('transfer');
    const [first, refused] = await inOrder(
      'FT-902',
      () => line('FT-902'),
      () => confirm('FT-902', other),
    );
    expect(first!.body.counts).toMatchObject({ unknownReference: 1 });
    expect(refused).toMatchObject({ status: 409, body: { code: 'PAYMENT.MONEY_UNALLOCATED' } });
    expect(await entered('FT-902')).toEqual([{ sum: 115_000 }]);
    await isBalanced();
  });

  it('has payments back compared, too: listed with another amount, by them alone, or by us alone', async () => {
    const [one, two] = [await order('transfer'), await order('transfer')];
    for (const [placed, number] of [
      [one, 'FT-801'],
      [two, 'FT-802'],
    ] as const) {
      const { etag } = await at.cashier.get(`/payment/v1/orders/${placed.id}`);
      const path = `/payment/v1/orders/${placed.id}/transfer-confirmations`;
      await at.cashier.post(path, { transaction: number, amount: 120_000 }, { ifMatch: etag });
    }
    const leader = await at.system.as({ sub: 'leader-1', roles: ['leader'], agency: 'H48.12' });
    for (const [{ dossierId }, number] of [
      [one, 'UNC-1'],
      [two, 'UNC-2'],
    ] as const) {
      const [refund] = (await at.cashier.get(`/payment/v1/refunds?dossierId=${dossierId}`)).body.items;
      for (const [who, step, body] of [
        [at.cashier, 'proposal', { decision: 'refund', note: 'nộp thừa' }],
        [leader, 'approval', { note: 'đồng ý', approved: true }],
        [at.cashier, 'payout', { transaction: number }],
      ] as const) {
        const { etag } = await at.cashier.get(`/payment/v1/refunds/${refund.id}`);
        expect((await who.post(`/payment/v1/refunds/${refund.id}/${step}`, body, { ifMatch: etag })).status).toBe(201);
      }
    }
    const made = await ofBank([one.reference, 'FT-801', 120_000], ['', 'UNC-1', -4_000], ['', 'UNC-9', -70]);
    expect(made.body.counts).toMatchObject({ matched: 1, refundDiffers: 3 });
    const differ = await breaksOf(`reconciliationId=${made.body.id}&kind=refundDiffers`);
    expect(differ.map(({ transaction, ours, theirs }) => [transaction, ours, theirs]).sort()).toEqual([
      ['UNC-1', '5000', '4000'],
      ['UNC-2', '5000', null],
      ['UNC-9', null, '70'],
    ]);
    const next = await ofBank(['', 'UNC-1', -5_000], ['', 'UNC-2', -5_000]);
    expect(next.body.counts).toMatchObject({ matched: 2, refundDiffers: 0 });
    const [explained] = differ.filter(({ transaction }) => transaction === 'UNC-2');
    expect((await at.cashier.get(`/payment/v1/breaks/${explained!.id}`)).body).toMatchObject({
      ...{ status: 'resolved', resolvedBy: 'system:reconciliation', bookedBy: null },
    });
  });

  it("tells a cashier nothing of another agency's money, marks none of it, and makes no break of it", async () => {
    const one = await paid();
    const elsewhere = await at.system.as({ sub: 'cashier-2', roles: ['cashier'], agency: 'H48.13' });
    const content = csv([one.reference, one.transaction, 99], [one.reference, 'FT-SECRET-99', 115_000]);
    const made = await send(elsewhere, content);
    expect(made.body.counts).toMatchObject({ elsewhere: 2, missingThere: 0, amountDiffers: 0 });
    expect(await linesOf(made.body.id, elsewhere)).toMatchObject([
      { outcome: 'elsewhere', ours: null, theirs: 99 },
      { outcome: 'elsewhere', ours: null, transaction: 'FT-SECRET-99' },
    ]);
    expect(await marks(one.reference)).toEqual([{ id: null }]);
    expect(await breaksOf(`reconciliationId=${made.body.id}`, elsewhere)).toEqual([]);
    // The same file of the agency's own cashier is another reconciliation.
    const own = await send(at.cashier, content);
    expect(own.body.counts).toMatchObject({ elsewhere: 0, amountDiffers: 1, missingHere: 1 });
    const [differs] = await breaksOf(`reconciliationId=${own.body.id}&kind=amountDiffers`);
    expect((await elsewhere.get(`/payment/v1/breaks/${differs!.id}`)).status).toBe(404);
    expect((await elsewhere.get(`/payment/v1/reconciliations/${own.body.id}`)).status).toBe(404);
    expect((await elsewhere.get(`/payment/v1/reconciliations/${own.body.id}/lines`)).status).toBe(404);
    const listed = (await elsewhere.get('/payment/v1/reconciliations')).body.items.map(({ id }: Json) => id);
    expect(listed).toEqual([made.body.id]);
  });

  it('is compared by a cashier of several agencies for each that the register names (R23)', async () => {
    await paid();
    const ofTwo = await at.system.as({ sub: 'cashier-of-two', roles: ['cashier'], agency: 'H48.13' });
    let n = 0;
    const missingThere = async (): Promise<number> =>
      (await send(ofTwo, `${HEADER}${'\n'.repeat((n += 1))}`)).body.counts.missingThere;
    expect(await missingThere()).toBe(0);
    const registered = { ...sampleOf(OfficerChangedV1), subject: 'cashier-of-two', agencies: ['H48.13', 'H48.12'] };
    await at.system.foreign.deliver(OfficerChangedV1, 'cashier-of-two', registered);
    await at.system.foreign.deliver(OfficerChangedV1, 'cashier-of-two', registered);
    await eventually(async () => (await missingThere()) > 0);
  });

  it('of more lines than a page is read in pages, and a payment listed twice is found also on another page', async () => {
    const one = await paid();
    const rows = Array.from({ length: 1_200 }, (_, n) => ['H0000000000000077', `GD-77-${n}`, 10] as const);
    const content = csv([one.reference, one.transaction, 115_000], ...rows, [one.reference, one.transaction, 115_000]);
    const made = await send(at.cashier, content);
    expect(made.body).toMatchObject({ lines: 1_202, counts: { matched: 1, unknownReference: 1_200, missingHere: 1 } });
    const page = await at.cashier.get(`/payment/v1/reconciliations/${made.body.id}/lines?outcome=missingHere`);
    expect(page.body.items).toMatchObject([{ line: 1_203, outcome: 'missingHere' }]);
  });

  it('is refused without a period that it, or the request, names; of cash; to whoever is no cashier', async () => {
    const period = { status: 422, body: { code: 'PAYMENT.PERIOD_EMPTY' } };
    expect(await send(at.cashier, csv(), 'method=nationalPlatform&format=csv')).toMatchObject(period);
    const backwards = 'method=nationalPlatform&format=csv&from=2026-11-25&to=2026-11-24';
    expect(await send(at.cashier, csv(), backwards)).toMatchObject(period);
    expect((await send(at.cashier, csv(), `method=counter&format=csv${DAY}`)).status).toBe(400);
    expect((await send(at.clerk, csv())).status).toBe(403);
    expect((await at.cashier.post(`/payment/v1/reconciliations?method=transfer&format=csv${DAY}`, {})).body.code).toBe(
      'FILE.EXPECTED',
    );
  });

  it('has its open breaks and the age of the oldest counted, by kind', async () => {
    const metrics = await (await fetch(`${at.system.url}/payment/metrics`)).text();
    const of = (name: string, kind: string): number =>
      Number(new RegExp(`^${name}\\{[^}]*kind="${kind}"[^}]*\\} (\\S+)`, 'm').exec(metrics)?.[1]);
    expect(of('motcua_payment_open_breaks', 'unknownReference')).toBeGreaterThan(1_200);
    expect(of('motcua_payment_open_breaks', 'badHash')).toBe(0);
    expect(of('motcua_payment_oldest_break_seconds', 'unknownReference')).toBeGreaterThan(0);
  });
});
