import { AgencyChangedV1, PaymentReversedV1, ReceiptIssuedV1, sampleOf } from '@motcua/contracts';
import { eventually, pdfText } from '@motcua/testing';
import { CITIZEN_ID, type Intake, startIntake } from '../testing/intake.fixture.js';

describe('a form as it was issued (R15)', () => {
  let intake: Intake;
  beforeAll(async () => {
    intake = await startIntake();
  });
  afterAll(() => intake.stop());

  const rename = async (name: string, revision: number): Promise<void> => {
    const renamed = { ...sampleOf(AgencyChangedV1), code: 'H48.12', legacyCode: '000.00.12.H48', name, revision };
    await intake.system.foreign.deliver(AgencyChangedV1, 'H48.12', {
      ...renamed,
      ...{ parent: 'H48', ancestors: ['H48', 'H48.12'], level: 'department', calendar: null, active: true },
    });
    const named = `SELECT FROM intake.agency_copy WHERE name = $1`;
    await eventually(async () => (await intake.system.sql(named, [name])).length === 1);
  };

  const print = async (id: string): Promise<Buffer> => {
    const token = await intake.system.issuer.token({ sub: 'citizen', roles: ['citizen'], citizen_id: CITIZEN_ID });
    const answer = await fetch(`${intake.system.url}/intake/v1/dossiers/${id}/forms/01`, {
      headers: { authorization: `Bearer ${token}`, accept: 'application/pdf' },
    });
    return Buffer.from(await answer.arrayBuffer());
  };

  it('names the office as it was called then, and is the same bytes however often it is printed', async () => {
    const { id } = await intake.accepted();
    await rename('Sở Nông nghiệp, Môi trường và Biển', 7);
    const [first, beside] = await Promise.all([print(id), print(id)]);
    expect(pdfText(first).replaceAll(' ', '')).toContain('SỞNÔNGNGHIỆPVÀMÔITRƯỜNG');
    expect(pdfText(first)).not.toContain('Biển');
    await rename('Sở Biển', 8);
    expect(beside.equals(first)).toBe(true);
    expect((await print(id)).equals(first)).toBe(true);
  });

  it('says by which receipts the fee was paid, without those that are void by now', async () => {
    const { id } = await intake.accepted();
    const { foreign } = intake.system;
    const receipt = { ...sampleOf(ReceiptIssuedV1), dossierId: id, adjusts: null };
    const twice = async (number: string, replaces: string | null): Promise<void> => {
      const data = { ...receipt, receiptNumber: number, replaces };
      for (let n = 0; n < 2; n++) await foreign.deliver(ReceiptIssuedV1, id, data);
    };
    await twice('AA-26E-0000001', null);
    await twice('AA-26E-0000002', 'AA-26E-0000001');
    await twice('AA-26E-0000003', null);
    await twice('AA-26E-0000004', null);
    const reversal = {
      ...sampleOf(PaymentReversedV1),
      dossierId: id,
      voidReceipts: ['AA-26E-0000003'],
      collectedAt: [],
    };
    for (let n = 0; n < 2; n++) await foreign.deliver(PaymentReversedV1, id, { ...reversal, demandedAt: null });
    const path = `/intake/v1/dossiers/${id}/forms/01`;
    const receipts = async (): Promise<string> =>
      (await intake.admin.get(path, { headers: { accept: 'application/json' } })).body.payment.receipts.join();
    await eventually(async () => (await receipts()) === 'AA-26E-0000002,AA-26E-0000004');
  });

  it('of a selection is printed in one document, in its order; a dossier that has none keeps the rest back, by name', async () => {
    const token = await intake.system.issuer.token({ sub: 'clerk', roles: ['clerk'], agency: 'H48.12' });
    const printAll = async (dossiers: readonly string[], bearer = token): Promise<Response> =>
      fetch(`${intake.system.url}/intake/v1/printed-forms`, {
        method: 'POST',
        headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
        body: JSON.stringify({ form: '01', dossiers }),
      });
    const [one, another] = [await intake.accepted(), await intake.accepted()];
    const both = await printAll([another.id, one.id]);
    expect([both.status, both.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const text = pdfText(Buffer.from(await both.arrayBuffer()));
    expect([text.indexOf(another.code) > 0, text.indexOf(another.code) < text.indexOf(one.code)]).toEqual([true, true]);
    const { id: registered } = await intake.registered();
    const kept = await printAll([one.id, registered, 'x']);
    expect([kept.status, await kept.json()]).toMatchObject([
      409,
      {
        code: 'DOSSIER.FORM_NOT_AVAILABLE',
        errors: [
          { pointer: '/dossiers/1', code: 'DOSSIER.FORM_NOT_AVAILABLE' },
          { pointer: '/dossiers/2', code: 'DOSSIER.UNKNOWN' },
        ],
      },
    ]);
    const elsewhere = await intake.system.issuer.token({ sub: 'other', roles: ['clerk'], agency: 'H48.04' });
    expect(await (await printAll([one.id], elsewhere)).json()).toMatchObject({ errors: [{ code: 'DOSSIER.UNKNOWN' }] });
  });

  it('is kept sealed', async () => {
    const [row] = await intake.system.sql<{ pdf: Buffer; issuer: object }>(
      'SELECT pdf, issuer FROM intake.issued_paper',
    );
    expect(row?.issuer).toMatchObject({ name: 'Sở Nông nghiệp và Môi trường', superior: 'UBND tỉnh Quảng Ngãi' });
    expect(row?.pdf.toString('latin1')).not.toContain('%PDF');
  });
});
