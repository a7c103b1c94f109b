import {
  ALL_CONTRACTS,
  DossierSubmittedV1,
  FeeAssessedV1,
  PaymentReceivedV1,
  ReceiptIssuedV1,
  sampleOf,
} from '@motcua/contracts';
import { eventually } from '@motcua/testing';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { type PaymentSystem, startPaymentSystem } from '../testing/payment-system.fixture.js';

describe('when a dossier is submitted', () => {
  let at: PaymentSystem;

  beforeAll(async () => {
    at = await startPaymentSystem();
  });

  afterAll(() => at.stop());

  it('the sample of its event is assessed once however often it comes, from exactly its lines', async () => {
    const sample = sampleOf(DossierSubmittedV1);
    const { dossierId, submittedBy } = sample;
    const message = await at.system.foreign.deliver(DossierSubmittedV1, dossierId, sample, {
      time: sample.submittedAt,
    });
    const owner = await at.system.as({ sub: submittedBy, roles: ['citizen'] });
    const { status, body } = await owner.get(`/payment/v1/assessments/${dossierId}`, { headers: { prefer: 'wait=5' } });
    expect(status).toBe(200);
    await at.system.foreign.redeliver(message);
    // What comes behind the repetition shows that it was passed.
    await at.submit([]);

    expect(
      body.lines.map(({ reductions, ...line }: { reductions: unknown[] }) => ({
        ...line,
        reduction: reductions[0] ?? null,
      })),
    ).toEqual(sample.feeLines);
    const events = await at.published(dossierId);
    expect(events.map(({ type }) => type)).toEqual([FeeAssessedV1.type]);
    expect(events[0].data).toEqual({
      dossierId,
      total: body.total,
      lines: sample.feeLines,
      assessedAt: sample.submittedAt,
    });
  });

  it('what becomes of the sample is told in the shape of the samples', async () => {
    const { dossierId, submittedBy, feeLines } = sampleOf(DossierSubmittedV1);
    const owner = await at.system.as({ sub: submittedBy, roles: ['citizen'] });
    // Its receipt is told of with its paper, which has the payer's name.
    await at.name(dossierId, 'Nguyễn Thị Mẫu');
    const { body } = await owner.post('/payment/v1/orders', { dossierId, method: 'nationalPlatform' });
    await at.platform.pay(body.reference);
    const events = await eventually(async () => {
      const found = await at.published(dossierId);
      return found.length === 3 && found;
    });
    for (const { type, data } of events) {
      const contract = ALL_CONTRACTS.find((one) => one.type === type)!;
      expect(
        await validate(plainToInstance<object, unknown>(contract, data), {
          whitelist: true,
          forbidNonWhitelisted: true,
        }),
      ).toEqual([]);
      expect(Object.keys(data).sort()).toEqual(Object.keys(sampleOf<object>(contract)).sort());
    }
    expect(events.map(({ type }) => type)).toEqual([FeeAssessedV1.type, PaymentReceivedV1.type, ReceiptIssuedV1.type]);
    expect(events[1].data.amount).toBe(feeLines.reduce((sum, { net }) => sum + net, 0));
  });
});
