import { AgencyChangedV1, DossierCorrectedV1, sampleOf } from '@motcua/contracts';
import { eventually, type Json, pdfText } from '@motcua/testing';
import { FEE, type PaymentSystem, startPaymentSystem } from './payment-system.fixture.js';

describe('a fee', () => {
  let at: PaymentSystem;

  beforeAll(async () => {
    at = await startPaymentSystem();
  });

  afterAll(() => at.stop());

  const TWO_LINES = [FEE, { code: 'LP-CAP-PHEP', kind: 'lePhi' as const, net: 20_000 }];

  it('is assessed by line with its reduction', async () => {
    const dossierId = await at.submit(TWO_LINES);
    const assessment = await at.citizen.get(`/payment/v1/assessments/${dossierId}`, { headers: { prefer: 'wait=5' } });
    expect(assessment).toMatchObject({
      status: 200,
      etag: '"1"',
      body: {
        total: 135_000,
        owed: 135_000,
        collections: [
          { collectedAt: 'beforeAcceptance', amount: 135_000, status: 'owed' },
          { collectedAt: 'onDemand', amount: 0, status: 'nothingToPay' },
          { collectedAt: 'beforeReturn', amount: 0, status: 'nothingToPay' },
        ],
        lines: [
          {
            code: 'PHI-THAM-DINH',
            kind: 'phi',
            base: 230_000,
            net: 115_000,
            reductions: [
              { policy: 'QNG-ONLINE-50', basisPoints: 5000, legalBasis: 'Điều 2 Nghị quyết số 11/2022/NQ-HĐND' },
            ],
          },
          { code: 'LP-CAP-PHEP', kind: 'lePhi', net: 20_000 },
        ],
      },
    });
  });

  it('is paid at the platform, receipted, and told to others', async () => {
    const dossierId = await at.submit(TWO_LINES);
    const ordered = await at.citizen.post('/payment/v1/orders', { dossierId, method: 'nationalPlatform' });
    expect(ordered).toMatchObject({
      status: 201,
      body: { status: 'pending', amount: 135_000, collects: ['beforeAcceptance'] },
    });
    expect(ordered.body.reference).toMatch(/^H48261124\d{8}$/);
    expect(ordered.headers.get('location')).toBe(`/payment/v1/orders/${ordered.body.id}`);

    const page = await fetch(ordered.body.paymentUrl);
    expect(await page.text()).toContain('135.000 đ');
    const paid = await fetch(ordered.body.paymentUrl, { method: 'POST', headers: { accept: 'application/json' } });
    const { callbacks } = (await paid.json()) as { callbacks: { status: number; answer: string }[] };
    expect(callbacks).toMatchObject([{ status: 200 }]);
    expect(JSON.parse(callbacks[0]!.answer)).toMatchObject({ MaLoi: '00', MaThamChieu: ordered.body.reference });

    const order = await at.citizen.get(`/payment/v1/orders/${ordered.body.id}`);
    expect(order.body).toMatchObject({
      status: 'paid',
      paidAt: expect.stringMatching(/\+07:00$/),
      transaction: expect.stringMatching(/^GD/),
    });
    expect((await at.citizen.get(`/payment/v1/assessments/${dossierId}`)).body).toMatchObject({
      owed: 0,
      balance: 135_000,
    });
    expect((await at.citizen.get(`/payment/v1/orders/${ordered.body.id}/bill`)).body.billUrl).toContain(
      ordered.body.reference,
    );

    // Both are of the same instant: which comes first in the list is nobody's promise.
    const receipts: Json[] = (await at.citizen.get(`/payment/v1/receipts?dossierId=${dossierId}`)).body.items.toSorted(
      (one: Json, other: Json) => one.kind.localeCompare(other.kind),
    );
    expect(receipts).toMatchObject([
      {
        kind: 'lePhi',
        amount: 20_000,
        number: 'H48.12-LP-26E-0000001',
        lines: [{ code: 'LP-CAP-PHEP', net: 20_000 }],
      },
      { kind: 'phi', amount: 115_000, number: 'H48.12-PH-26E-0000001' },
    ]);
    const pdf = await fetch(`${at.system.url}/payment/v1/receipts/${receipts[1]!.id}/content`, {
      headers: { authorization: `Bearer ${await at.system.issuer.token({ sub: 'citizen-1', roles: ['citizen'] })}` },
    });
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    const letters = (text: string): string => text.replaceAll(/\s/g, '');
    const text = letters(pdfText(Buffer.from(await pdf.arrayBuffer())));
    for (const words of [
      'BIÊN LAI THU PHÍ',
      'H48.12-PH-26E-0000001',
      '115.000',
      ordered.body.reference,
      'SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG',
    ]) {
      expect(text).toContain(letters(words));
    }

    expect((await at.citizen.get(`/payment/v1/transactions?dossierId=${dossierId}`)).body.items).toMatchObject([
      { kind: 'payment', amount: 135_000, method: 'nationalPlatform', reconciled: false },
    ]);
    // Receipts are told of with their papers, which are printed beside the payments of others.
    const published = await eventually(async () => {
      const events = await at.published(dossierId);
      return events.length === 4 && events;
    });
    expect(published).toMatchObject([
      { type: 'vn.motcua.fee.assessed.v1', data: { total: 135_000 } },
      {
        type: 'vn.motcua.payment.received.v1',
        data: {
          ...{ dossierId, orderId: ordered.body.id, method: 'nationalPlatform', amount: 135_000 },
          collectedAt: ['beforeAcceptance'],
          dueNothingMore: { beforeAcceptance: true, onDemand: true, beforeReturn: true },
        },
      },
      { type: 'vn.motcua.receipt.issued.v1' },
      { type: 'vn.motcua.receipt.issued.v1' },
    ]);
    const told = published.slice(2).map(({ data: { kind, amount, file } }: Json) => [kind, amount, file.name]);
    expect(told.toSorted()).toEqual([
      ['lePhi', 20_000, 'bien-lai-H48.12-LP-26E-0000001.pdf'],
      ['phi', 115_000, 'bien-lai-H48.12-PH-26E-0000001.pdf'],
    ]);
  });

  it('is receipted in the name of an agency that is heard of later than the payment', async () => {
    const dossierId = await at.submit([FEE]);
    const { foreign, issuer, url } = at.system;
    const moved = { ...sampleOf(DossierCorrectedV1), applicantRef: 'ref-1' };
    const office = { receivingAgency: 'H48.77', competentAgency: 'H48.77' };
    await foreign.deliver(DossierCorrectedV1, dossierId, { ...moved, ...office, dossierId });
    await eventually(async () => {
      const [row] = await at.system.sql('SELECT receiving_agency FROM payment.account WHERE dossier_id = $1', [
        dossierId,
      ]);
      return row?.['receiving_agency'] === 'H48.77';
    });
    const ordered = await at.citizen.post('/payment/v1/orders', { dossierId, method: 'nationalPlatform' });
    await at.platform.pay(ordered.body.reference);
    const receipt = await eventually(
      async () => (await at.citizen.get(`/payment/v1/receipts?dossierId=${dossierId}`)).body.items[0],
    );
    const agency = { ...sampleOf(AgencyChangedV1), code: 'H48.77', name: 'Sở Mới lập', revision: 1 };
    await foreign.deliver(AgencyChangedV1, 'H48.77', agency);
    await eventually(
      async () => (await at.system.sql("SELECT FROM payment.agency_copy WHERE code = 'H48.77'")).length === 1,
    );
    const authorization = `Bearer ${await issuer.token({ sub: 'citizen-1', roles: ['citizen'] })}`;
    const pdf = await fetch(`${url}/payment/v1/receipts/${receipt.id}/content`, { headers: { authorization } });
    expect(pdfText(Buffer.from(await pdf.arrayBuffer())).replaceAll(/\s/g, '')).toContain('SỞMỚILẬP');
  });

  it('is described by OpenAPI, with the scope that each operation needs and the callback open to the platform', async () => {
    const { body } = await at.system.anonymous().get('/payment/openapi.json');
    const operations = Object.entries<Record<string, Record<string, unknown>>>(body.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, { 'x-required-scope': scope }]) =>
          `${method} ${path} ${typeof scope === 'string' ? scope : 'public'}`,
      ),
    );
    expect(operations).toEqual(
      expect.arrayContaining([
        'get /payment/v1/assessments/{dossierId} payment.read',
        'post /payment/v1/orders payment.order',
        'get /payment/v1/orders/{id} payment.read',
        'post /payment/v1/orders/{id}/cash-receipt payment.collect',
        'post /payment/v1/orders/{id}/transfer-confirmations payment.collect',
        'post /payment/v1/gateways/national-platform/confirmations public',
        'get /payment/v1/receipts payment.read',
        'get /payment/v1/receipts/{id}/content payment.read',
        'get /payment/v1/transactions payment.read',
        'get /payment/v1/breaks payment.reconcile',
        'get /payment/v1/refunds refund.read',
        'post /payment/v1/refunds/{id}/proposal payment.reconcile',
        'post /payment/v1/refunds/{id}/approval refund.approve',
        'post /payment/v1/refunds/{id}/payout payment.reconcile',
        'post /payment/v1/reconciliations payment.reconcile',
      ]),
    );
    const { OrderView } = body.components.schemas;
    expect(OrderView.properties).toMatchObject({
      paymentUrl: { type: ['string', 'null'] },
      amount: { type: 'integer' },
      collects: { type: 'array' },
    });
    expect(JSON.stringify(body)).not.toMatch(/MaThamChieu|SoTien/);
  });
});
