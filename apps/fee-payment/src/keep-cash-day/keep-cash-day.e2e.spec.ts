import { DossierWithdrawnV1, sampleOf } from '@motcua/contracts';
import { type ApiClient, eventually, type Json } from '@motcua/testing';
import { verifyLedger } from '../persistence/verify-ledger.js';
import { FEE, type PaymentSystem, startPaymentSystem } from '../testing/payment-system.fixture.js';

describe("a cashier's day", () => {
  let at: PaymentSystem;
  let leader: ApiClient;
  let lan: ApiClient;

  beforeAll(async () => {
    at = await startPaymentSystem();
    leader = await at.system.as({ sub: 'leader-1', roles: ['leader'], agency: 'H48.12' });
    lan = await at.system.as({ sub: 'lan', roles: ['cashier'], agency: 'H48.12' });
  });

  afterAll(() => at.stop());

  const DAYS = '/payment/v1/cash-days';
  let receipts = 0;

  const post = async (who: ApiClient, id: string, step: string, body: object) => {
    const { etag } = await lan.get(`${DAYS}/${id}`);
    return who.post(`${DAYS}/${id}/${step}`, body, { ifMatch: etag });
  };

  const sheetOf = async (id: string): Promise<Json> => (await lan.get(`${DAYS}/${id}`)).body;

  const orderFor = async (dossierId: string): Promise<Json> =>
    (await at.citizen.post('/payment/v1/orders', { dossierId, method: 'counter' })).body;

  const payCash = async (who: ApiClient, order: Json, more: object = {}) => {
    const { etag } = await who.get(`/payment/v1/orders/${order.id}`);
    const body = { receiptNumber: `BL-Q-${++receipts}`, amount: order.amount, ...more };
    return who.post(`/payment/v1/orders/${order.id}/cash-receipt`, body, { ifMatch: etag });
  };

  /** 115,000 đồng come into the drawer. */
  const take = async (who: ApiClient): Promise<string> => {
    const dossierId = await at.submit([FEE]);
    expect((await payCash(who, await orderFor(dossierId))).status).toBe(201);
    return dossierId;
  };

  const balances = async (who: ApiClient, query = ''): Promise<Record<string, number>> => {
    const { body } = await who.get(`/payment/v1/ledger-accounts?limit=200${query}`);
    return Object.fromEntries((body.items as Json[]).map(({ account, balance }) => [account, balance]));
  };

  const faults = () => verifyLedger({ query: (statement) => at.system.sql(statement) });

  it('is opened with the float that was counted, takes cash, brings it to the treasury, and is closed by the count', async () => {
    const opened = await lan.post(DAYS, { sum: 500_000, advance: { number: 'PT-1', amount: 500_000 } });
    expect(opened).toMatchObject({
      status: 201,
      body: {
        status: 'open',
        agency: 'H48.12',
        cashier: 'lan',
        carried: 0,
        openingCount: { sum: 500_000, piles: null },
      },
    });
    const { id } = opened.body;
    expect(await lan.post(DAYS, { sum: 0 })).toMatchObject({ status: 409, body: { code: 'PAYMENT.CASH_DAY_OPEN' } });
    const dossierId = await take(lan);
    await take(lan);
    expect(await sheetOf(id)).toMatchObject({
      holds: 730_000,
      taken: 230_000,
      movements: [{ kind: 'advanced', in: 500_000 }, { kind: 'payment', in: 115_000, dossierId }, {}],
    });

    const slip = { kind: 'deposited', number: 'GNT-1', amount: 200_000, dated: '2026-11-24' };
    expect(await post(lan, id, 'vouchers', { ...slip, amount: 730_001 })).toMatchObject({
      status: 409,
      body: { code: 'PAYMENT.DRAWER_TOO_LOW' },
    });
    expect(await post(lan, id, 'vouchers', { ...slip, dated: '2026-11-25' })).toMatchObject({
      status: 422,
      body: { code: 'PAYMENT.VOUCHER_IN_FUTURE' },
    });
    expect((await post(lan, id, 'vouchers', slip)).status).toBe(201);
    const back = { ...slip, kind: 'returned', number: 'PC-1', amount: 500_000 };
    expect((await post(lan, id, 'vouchers', back)).status).toBe(201);
    expect(await post(lan, id, 'vouchers', { ...slip, amount: 1, number: 'gnt-1' })).toMatchObject({
      status: 409,
      body: { code: 'PAYMENT.VOUCHER_USED' },
    });

    const piles = [
      { denomination: 5_000, pieces: 2 },
      { denomination: 20_000, pieces: 1 },
    ];
    const closed = await post(lan, id, 'count', { piles });
    expect(closed).toMatchObject({ status: 201, body: { status: 'closed', difference: 0, confirmedBy: null } });
    expect(closed.body.closingCount).toEqual({ sum: 30_000, piles: [piles[1], piles[0]] });
    expect(await sheetOf(id)).toMatchObject({
      holds: 30_000,
      deposited: 200_000,
      vouchers: [{ kind: 'advanced' }, slip, back],
    });
    expect(await balances(lan)).toEqual({
      'advanced/H48.12/lan': 0,
      'drawer/H48.12/lan': 30_000,
      'due/H48.12/phi': 230_000,
    });
    expect(await faults()).toEqual([]);
  });

  it('has its paper as PDF once it is closed, and the same bytes each time', async () => {
    const [{ id }] = (await lan.get(`${DAYS}?status=closed&cashier=lan`)).body.items as [Json];
    const [first, again] = [await lan.get(`${DAYS}/${id}/content`), await leader.get(`${DAYS}/${id}/content`)];
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toContain('application/pdf');
    expect(first.text.startsWith('%PDF-')).toBe(true);
    expect(again.text === first.text).toBe(true);
  });

  it('begins by itself with what the last one left, where cash comes and nobody has opened it', async () => {
    await take(lan);
    const [day] = (await lan.get(`${DAYS}?status=open&cashier=lan`)).body.items as Json[];
    expect(day).toMatchObject({ carried: 30_000, openingCount: null, openedBy: 'lan' });
    expect((await lan.get(`${DAYS}/${day!['id']}/content`)).status).toBe(404);
  });

  it('waits for a second person where the count differs; then the difference stands in the books with its owner', async () => {
    const [{ id }] = (await lan.get(`${DAYS}?status=open&cashier=lan`)).body.items as [Json];
    const counted = await post(lan, id, 'count', { sum: 140_000, note: 'Trả nhầm tiền thừa' });
    expect(counted).toMatchObject({ status: 201, body: { status: 'counted', difference: -5_000, closedAt: null } });
    // Nothing moves in between.
    expect(await payCash(lan, await orderFor(await at.submit([FEE])))).toMatchObject({
      status: 409,
      body: { code: 'PAYMENT.CASH_DAY_COUNTED' },
    });
    const confirm = (who: ApiClient, confirmed: boolean) =>
      post(who, id, 'confirmation', { confirmed, note: 'Đã kiểm đếm lại' });
    expect((await confirm(lan, true)).status).toBe(403);
    expect(await confirm(leader, false)).toMatchObject({ status: 201, body: { status: 'open' } });
    expect(await confirm(leader, true)).toMatchObject({ status: 409, body: { code: 'PAYMENT.CASH_DAY_NOT_COUNTED' } });
    expect((await post(lan, id, 'count', { sum: 140_000 })).status).toBe(201);
    const both = await at.system.as({ sub: 'lan', roles: ['cashier', 'leader'], agency: 'H48.12' });
    expect(await confirm(both, true)).toMatchObject({ status: 403, body: { code: 'PAYMENT.SAME_PERSON' } });
    expect(await confirm(leader, true)).toMatchObject({
      status: 201,
      body: { status: 'closed', confirmedBy: 'leader-1', note: 'Trả nhầm tiền thừa' },
    });
    expect(await balances(leader, '&kind=cashShort')).toEqual({ 'cashShort/H48.12/lan': 5_000 });
    expect(await balances(lan, '&kind=drawer')).toEqual({ 'drawer/H48.12/lan': 140_000 });
    expect(await faults()).toEqual([]);
  });

  it('is closed for good: what is undone later is booked in the day that is open then, and the database refuses the rest', async () => {
    const dossierId = await take(lan);
    const [first] = (await lan.get(`${DAYS}?status=open&cashier=lan`)).body.items as Json[];
    expect(await post(lan, first!['id'], 'count', { sum: 255_000 })).toMatchObject({ body: { status: 'closed' } });
    const before = await sheetOf(first!['id']);

    const [entry] = (await lan.get(`/payment/v1/transactions?dossierId=${dossierId}`)).body.items as Json[];
    const note = 'Ghi nhầm hồ sơ';
    const body = { transactionId: entry!['id'], reason: 'wrongOrder', note };
    const { body: reversal } = await lan.post('/payment/v1/reversals', body);
    const approve = { approved: true, note };
    const path = `/payment/v1/reversals/${reversal.id}/approval`;
    expect((await leader.post(path, approve, { ifMatch: '"1"' })).status).toBe(201);

    expect(await sheetOf(first!['id'])).toEqual(before);
    const [now] = (await lan.get(`${DAYS}?status=open&cashier=lan`)).body.items as Json[];
    expect(await sheetOf(now!['id'])).toMatchObject({
      day: { carried: 255_000, openedBy: 'leader-1' },
      holds: 140_000,
      givenBack: 115_000,
      movements: [{ kind: 'reversal', out: 115_000 }],
    });
    expect(await post(lan, first!['id'], 'count', { sum: 0 })).toMatchObject({
      status: 409,
      body: { code: 'PAYMENT.CASH_DAY_CLOSED' },
    });
    await expect(at.system.sql(`UPDATE payment.cash_day SET note = 'x' WHERE id = $1`, [first!['id']])).rejects.toThrow(
      'a closed day is closed',
    );
    await expect(
      at.system.sql(
        `INSERT INTO payment.ledger_posting (source, why, n, cash_day_id, debit, credit, amount, at)
         VALUES (gen_random_uuid(), 'surplus', 0, $1, 'drawer/H48.12/lan', 'kept/H48.12', 1, now())`,
        [first!['id']],
      ),
    ).rejects.toThrow('a closed day takes no cash');
    expect(await faults()).toEqual([]);
  });

  it('lets nothing be undone in cash that the drawer does not hold any more', async () => {
    const [{ id }] = (await lan.get(`${DAYS}?status=open&cashier=lan`)).body.items as [Json];
    const dossierId = await take(lan);
    const slip = { kind: 'deposited', number: 'GNT-2', amount: 255_000, dated: '2026-11-24' };
    expect((await post(lan, id, 'vouchers', slip)).status).toBe(201);
    const [entry] = (await lan.get(`/payment/v1/transactions?dossierId=${dossierId}`)).body.items as Json[];
    const body = { transactionId: entry!['id'], reason: 'cashGivenBack', note: 'x' };
    const { body: reversal } = await lan.post('/payment/v1/reversals', body);
    const answer = await leader.post(
      `/payment/v1/reversals/${reversal.id}/approval`,
      { approved: true, note: 'x' },
      { ifMatch: '"1"' },
    );
    expect(answer).toMatchObject({ status: 409, body: { code: 'PAYMENT.DRAWER_TOO_LOW' } });
  });

  it("is another's business for nobody: neither the drawer of a colleague nor the day of another agency", async () => {
    const [{ id }] = (await lan.get(`${DAYS}?status=open&cashier=lan`)).body.items as [Json];
    expect(await post(at.cashier, id, 'count', { sum: 0 })).toMatchObject({
      status: 403,
      body: { code: 'PAYMENT.DRAWER_OF_ANOTHER' },
    });
    const other = await at.system.as({ sub: 'binh', roles: ['cashier', 'leader'], agency: 'H48.13' });
    expect((await other.get(`${DAYS}/${id}`)).status).toBe(404);
    expect((await post(other, id, 'confirmation', { confirmed: true, note: 'x' })).status).toBe(404);
    expect((await other.get(DAYS)).body.items).toEqual([]);
    expect(await balances(other)).toEqual({});
    expect((await other.get('/payment/v1/takings?from=2026-11-24&until=2026-11-24')).body.items).toEqual([]);
    for (const path of [DAYS, '/payment/v1/ledger-accounts', '/payment/v1/takings?from=2026-11-24&until=2026-11-24'])
      expect((await at.citizen.get(path)).status).toBe(403);
  });

  it('says who took what, by day, officer and way', async () => {
    const dossierId = await at.submit([FEE]);
    const { body: order } = await at.citizen.post('/payment/v1/orders', { dossierId, method: 'nationalPlatform' });
    await at.platform.pay(order.reference);
    const list = async (query = ''): Promise<Json[]> =>
      (await leader.get(`/payment/v1/takings?from=2026-11-24&until=2026-11-24${query}`)).body.items;
    const lans = { day: '2026-11-24', agency: 'H48.12', officer: 'lan', method: 'counter', receptions: 5 };
    const machine = { officer: null, method: 'nationalPlatform', received: 115_000, receptions: 1 };
    expect(await list()).toMatchObject([machine, { ...lans, received: 575_000, refunded: 0, reversed: 115_000 }]);
    expect(await list('&officer=lan')).toMatchObject([lans]);
    expect(await list('&method=nationalPlatform')).toMatchObject([machine]);
    const page = await leader.get('/payment/v1/takings?from=2026-11-24&until=2026-11-24&limit=1');
    expect(page.body.items).toMatchObject([machine]);
    expect(await list(`&cursor=${page.body.next}`)).toMatchObject([lans]);
    expect((await leader.get('/payment/v1/takings?from=2026-11-25&until=2026-11-24')).status).toBe(422);
  });

  it('lists balances by key ranges, page by page', async () => {
    const all = Object.keys(await balances(at.admin));
    expect(all).toEqual(all.toSorted());
    expect(all).toEqual(expect.arrayContaining(['bank', 'clearing', 'cashShort/H48.12/lan', 'due/H48.12/phi']));
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await at.admin.get(`/payment/v1/ledger-accounts?limit=2${cursor}`);
      seen.push(...(body.items as Json[]).map(({ account }) => String(account)));
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(seen).toEqual(all);
    expect(await balances(at.admin, '&kind=due&agency=H48.13')).toEqual({});
  });

  it('takes one receipt number once, whoever enters it in one instant, also for parts', async () => {
    for (let round = 0; round < 10; round += 1) {
      const orders = await Promise.all([0, 1, 2, 3].map(async () => orderFor(await at.submit([FEE]))));
      const part = { receiptNumber: `BL-HAI-${round}`, amount: 50_000, isInDrawer: true };
      const answers = await Promise.all(orders.map((order, n) => payCash(n % 2 ? at.cashier : lan, order, part)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
      expect(answers.flatMap(({ body }) => body.code ?? [])).toEqual(Array(3).fill('PAYMENT.CASH_RECEIPT_USED'));
    }
    expect(await faults()).toEqual([]);
  });

  it('takes one bank number once, whoever enters it in one instant', async () => {
    for (let round = 0; round < 5; round += 1) {
      const orders: Json[] = await Promise.all(
        [0, 1, 2].map(async () => {
          const dossierId = await at.submit([FEE]);
          return (await at.citizen.post('/payment/v1/orders', { dossierId, method: 'transfer' })).body;
        }),
      );
      const answers = await Promise.all(
        orders.map(async ({ id }) => {
          const { etag } = await lan.get(`/payment/v1/orders/${id}`);
          const body = { transaction: `FT-HAI-${round}`, amount: 115_000 };
          return lan.post(`/payment/v1/orders/${id}/transfer-confirmations`, body, { ifMatch: etag });
        }),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    }
  });

  it('has its difference settled by a second person: made good in parts, the rest written off, a surplus to the treasury', async () => {
    const mai = await at.system.as({ sub: 'mai', roles: ['cashier', 'leader'], agency: 'H48.12' });
    /** 115,000 come, and 100,000 go. */
    const dayCounted = async (opening: number, closing: number): Promise<string> => {
      const { body: day } = await mai.post(DAYS, { sum: opening });
      await take(mai);
      const slip = { kind: 'deposited', number: `GNT-M${closing}`, amount: 100_000, dated: '2026-11-24' };
      await post(mai, day.id, 'vouchers', slip);
      await post(mai, day.id, 'count', { sum: closing, note: 'x' });
      expect((await settle(day.id, 'madeGood', 1, 'SOM')).code).toBe('PAYMENT.NO_DIFFERENCE');
      expect((await post(leader, day.id, 'confirmation', { confirmed: true, note: 'Đã kiểm' })).status).toBe(201);
      return day.id;
    };
    const settle = async (id: string, act: string, amount: number, number: string, who = leader): Promise<Json> => {
      const { status, body } = await who.post(`${DAYS}/${id}/settlements`, {
        act,
        amount,
        number,
        note: 'Theo biên bản',
      });
      return { status, ...body };
    };
    const short = await dayCounted(0, 6_000);
    expect((await settle(short, 'madeGood', 9_000, 'BT-1', lan)).status).toBe(403);
    expect((await settle(short, 'madeGood', 9_000, 'BT-1', mai)).code).toBe('PAYMENT.SAME_PERSON');
    expect(await settle(short, 'toTreasury', 9_000, 'QD-1')).toMatchObject({
      status: 409,
      code: 'PAYMENT.NO_DIFFERENCE',
    });
    expect(await settle(short, 'madeGood', 5_000, 'BT-1')).toMatchObject({ status: 201, by: 'leader-1' });
    expect((await settle(short, 'madeGood', 1_000, 'bt-1')).code).toBe('PAYMENT.VOUCHER_USED');
    const both = await Promise.all([
      settle(short, 'writtenOff', 4_000, 'QD-1'),
      settle(short, 'writtenOff', 4_000, 'QD-2'),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(await sheetOf(short)).toMatchObject({
      unsettled: 0,
      settlements: [
        { act: 'madeGood', amount: 5_000, number: 'BT-1' },
        { act: 'writtenOff', amount: 4_000 },
      ],
    });
    const over = await dayCounted(6_000, 33_000);
    expect((await settle(over, 'writtenOff', 1, 'QD-3')).code).toBe('PAYMENT.NO_DIFFERENCE');
    expect(await settle(over, 'toTreasury', 12_000, 'QD-3')).toMatchObject({ status: 201 });
    const left = await balances(leader);
    expect([left['cashShort/H48.12/mai'] ?? 0, left['cashOver/H48.12/mai'] ?? 0]).toEqual([0, 0]);
    expect([left['writtenOff/H48.12'], left['kept/H48.12']]).toEqual([4_000, 12_000]);
    await expect(at.system.sql('UPDATE payment.cash_settlement SET amount = 1')).rejects.toThrow(
      'a closed day is closed',
    );
    expect(await faults()).toEqual([]);
  });

  it('has each voucher of an agency once, however its number is typed, also with the opening', async () => {
    const hoa = await at.system.as({ sub: 'hoa', roles: ['cashier'], agency: 'H48.12' });
    for (const number of ['PT-1', 'pt - 1'])
      expect(await hoa.post(DAYS, { sum: 0, advance: { number, amount: 1_000 } })).toMatchObject({
        status: 409,
        body: { code: 'PAYMENT.VOUCHER_USED' },
      });
  });

  it('has a slip that two cashiers bring in one instant once', async () => {
    const [hoa, minh] = [
      await at.system.as({ sub: 'hoa', roles: ['cashier'], agency: 'H48.12' }),
      await at.system.as({ sub: 'minh', roles: ['cashier'], agency: 'H48.12' }),
    ];
    await Promise.all([take(hoa), take(minh)]);
    const dayOf = async (cashier: string): Promise<string> =>
      (await lan.get(`${DAYS}?status=open&cashier=${cashier}`)).body.items[0].id;
    const [hoas, minhs] = [await dayOf('hoa'), await dayOf('minh')];
    for (let round = 0; round < 5; round += 1) {
      const slip = { kind: 'deposited', number: `GNT-CHUNG-${round}`, amount: 1_000, dated: '2026-11-24' };
      const answers = await Promise.all([post(hoa, hoas, 'vouchers', slip), post(minh, minhs, 'vouchers', slip)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(answers.flatMap(({ body }) => body.code ?? [])).toEqual(['PAYMENT.VOUCHER_USED']);
    }
    expect(await faults()).toEqual([]);
  });

  it('lets cash be paid back from the account only as far as the agency has brought it there', async () => {
    const minh = await at.system.as({ sub: 'minh', roles: ['cashier'], agency: 'H48.12' });
    const dossierId = await at.submit([{ ...FEE, net: 2_000_000 }]);
    expect((await payCash(minh, await orderFor(dossierId))).status).toBe(201);
    await at.system.foreign.deliver(DossierWithdrawnV1, dossierId, { ...sampleOf(DossierWithdrawnV1), dossierId });
    const list = `/payment/v1/refunds?dossierId=${dossierId}`;
    const refund: Json = await eventually(async () => (await lan.get(list)).body.items[0]);
    const step = async (who: ApiClient, name: string, body: object) => {
      const { etag } = await lan.get(`/payment/v1/refunds/${refund['id']}`);
      return who.post(`/payment/v1/refunds/${refund['id']}/${name}`, body, { ifMatch: etag });
    };
    expect((await step(lan, 'proposal', { decision: 'refund', note: 'rút hồ sơ' })).status).toBe(201);
    expect((await step(leader, 'approval', { approved: true, note: 'đồng ý' })).status).toBe(201);
    const payout = { transaction: 'UNC-2M', cashFrom: 'account' };
    const refused = await step(lan, 'payout', payout);
    expect(refused).toMatchObject({ status: 409, body: { code: 'PAYMENT.NOT_DEPOSITED', wanted: 2_000_000 } });
    const { deposited } = refused.body;
    const [{ id }] = (await lan.get(`${DAYS}?status=open&cashier=minh`)).body.items as [Json];
    const slip = { kind: 'deposited', dated: '2026-11-24' };
    const rest = 2_000_000 - Number(deposited);
    expect((await post(minh, id, 'vouchers', { ...slip, number: 'GNT-2M', amount: rest - 1 })).status).toBe(201);
    expect((await step(lan, 'payout', payout)).body).toMatchObject({ deposited: 1_999_999 });
    expect((await post(minh, id, 'vouchers', { ...slip, number: 'GNT-2N', amount: 1 })).status).toBe(201);
    expect((await step(lan, 'payout', payout)).status).toBe(201);
    expect(await faults()).toEqual([]);
  });
});
