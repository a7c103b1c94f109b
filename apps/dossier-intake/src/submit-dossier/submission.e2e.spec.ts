import { randomUUID } from 'node:crypto';
import {
  AgencyChangedV1,
  ApplicantChangedV1,
  PolicyChangedV1,
  ProcedureRepealedV1,
  ProcedureSuspendedV1,
  ProcedureVersionAnnouncedV1,
  sampleOf,
  TariffChangedV1,
} from '@motcua/contracts';
import type { IdentityType } from '@motcua/kernel';
import { identityHash, openEnvelope, PlatformConfig, SealingConfig } from '@motcua/platform';
import { eventually, type Json } from '@motcua/testing';
import { draftBody, type Intake, procedure, startIntake, tariffLine } from '../testing/intake.fixture.js';

describe('the submission of a dossier', () => {
  let intake: Intake;
  beforeAll(async () => {
    intake = await startIntake();
  });
  afterAll(() => intake.stop());

  const submit = (id: string, etag: string, idempotencyKey: string = randomUUID()) =>
    intake.citizen.post(`/intake/v1/dossiers/${id}/submission`, undefined, { ifMatch: etag, idempotencyKey });
  const holds = (sql: string): Promise<unknown> =>
    eventually(async () => (await intake.system.sql<{ yes: boolean }>(`SELECT ${sql} AS yes`))[0]?.yes);

  it('lists every missing component and every bad field at once', async () => {
    const { id, etag } = await intake.draft(intake.citizen, { formData: { soDienThoai: 'x', dienTich: 0 } }, [
      'BAN-VE',
    ]);
    const { status, body } = await submit(id, etag);
    expect([status, body.code, body.missing]).toEqual([422, 'DOSSIER.INCOMPLETE', ['DON-DE-NGHI']]);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/components/DON-DE-NGHI',
      '/formData/dienTich',
      '/formData/soDienThoai',
      '/formData/tenCoSo',
    ]);
    expect(await intake.get(intake.citizen, id)).toMatchObject({ status: 'draft', etag, code: null });
  });

  it('needs the ETag of the draft as it is', async () => {
    const { id, etag } = await intake.draft();
    expect((await intake.citizen.post(`/intake/v1/dossiers/${id}/submission`)).body).toMatchObject({ status: 428 });
    expect((await submit(id, '"1"')).body).toMatchObject({ status: 412, code: 'RESOURCE.CHANGED', currentETag: etag });
  });

  it('happens once: two at once, one wins, and the other is told', async () => {
    const { id, etag } = await intake.draft();
    const answers = await Promise.all([submit(id, etag), submit(id, etag)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
    expect(await intake.statuses(id)).toHaveLength(1);
  });

  it('is answered the same however often its key comes, and its key is for it alone', async () => {
    const [{ id, etag }, other] = [await intake.draft(), await intake.draft()];
    const key = randomUUID();
    const first = await submit(id, etag, key);
    const again = await submit(id, etag, key);
    expect([again.status, again.body, again.etag, again.headers.get('idempotent-replayed')]).toEqual([
      201,
      first.body,
      first.etag,
      'true',
    ]);
    expect((await submit(other.id, other.etag, key)).body).toMatchObject({
      status: 422,
      code: 'IDEMPOTENCY.KEY_REUSED',
    });
    expect(
      (
        await intake.citizen.post(`/intake/v1/dossiers/${id}/submission`, undefined, {
          ifMatch: etag,
          idempotencyKey: null,
        })
      ).status,
    ).toBe(400);
    const flood = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => submit(other.id, other.etag, flood)));
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(
      answers
        .filter(({ status }) => status === 409)
        .every(({ body, headers }) => body.code === 'IDEMPOTENCY.IN_FLIGHT' && headers.get('retry-after') === '1'),
    ).toBe(true);
    expect(await intake.statuses(other.id)).toHaveLength(1);
  });

  it('skips payment where 0 đ is owed, and then R6 runs at once (R16)', async () => {
    const { body } = await intake.citizen.post('/intake/v1/dossiers', draftBody({ procedureCode: '2.000001' }));
    await intake.upload(intake.citizen, body.id, 'DON-DE-NGHI');
    await intake.upload(intake.citizen, body.id, 'BAN-VE');
    const submitted = await submit(body.id, '"3"');
    expect(submitted.body).toMatchObject({
      status: 'registered',
      feeLines: [],
      receptionDueAt: expect.stringMatching(/^2026-11-25T08:00:/),
    });
  });

  it('has no hours of reception through the counter', async () => {
    expect(await intake.submit(intake.clerk, { procedureCode: '2.000001', channel: 'counter' })).toMatchObject({
      status: 'registered',
      receptionDueAt: null,
      submittedBy: 'clerk',
    });
  });

  it('owes the full fee through the counter: the reduction is for the online channel', async () => {
    expect(await intake.submit(intake.clerk, { channel: 'counter' })).toMatchObject({
      status: 'paymentRequired',
      feeLines: [{ base: 230_000, net: 230_000, reduction: null }],
    });
  });

  it('is refused while the procedure is suspended or repealed, with why', async () => {
    const [one, two] = ['2.000011', '2.000012'];
    for (const code of [one, two])
      await intake.system.foreign.deliver(ProcedureVersionAnnouncedV1, code, procedure({ code }));
    await holds(`(SELECT count(*) FROM intake.procedure_version WHERE code IN ('${one}', '${two}')) = 2`);
    const drafts = [
      await intake.draft(intake.citizen, { procedureCode: one }),
      await intake.draft(intake.citizen, { procedureCode: two }),
    ];
    await intake.system.foreign.deliver(ProcedureSuspendedV1, one, {
      ...sampleOf(ProcedureSuspendedV1),
      code: one,
      from: '2026-11-23',
      until: '2026-12-01',
      reason: 'Đang rà soát',
    });
    await intake.system.foreign.deliver(ProcedureRepealedV1, two, {
      ...sampleOf(ProcedureRepealedV1),
      code: two,
      from: '2026-11-23',
    });
    await holds(`EXISTS (SELECT FROM intake.procedure_suspension) AND EXISTS (SELECT FROM intake.procedure_repeal)`);
    expect((await submit(drafts[0]!.id, drafts[0]!.etag)).body).toMatchObject({
      code: 'DOSSIER.PROCEDURE_NOT_IN_FORCE',
      reason: 'suspended',
      because: 'Đang rà soát',
    });
    expect((await submit(drafts[1]!.id, drafts[1]!.etag)).body).toMatchObject({
      code: 'DOSSIER.PROCEDURE_NOT_IN_FORCE',
      reason: 'repealed',
    });
  });

  it('follows the version, the tariff and the policies in force at that instant (R14, R16, R17)', async () => {
    const code = '2.000013';
    const { foreign } = intake.system;
    await foreign.deliver(ProcedureVersionAnnouncedV1, code, procedure({ code }));
    await foreign.deliver(TariffChangedV1, code, {
      procedureCode: code,
      revision: 1,
      lines: [{ ...tariffLine, variant: null }],
    });
    await holds(`EXISTS (SELECT FROM intake.tariff_copy WHERE procedure_code = '${code}')`);
    const { id, etag } = await intake.draft(intake.citizen, { procedureCode: code });
    // Between draft and submission: a new version that asks for a third paper, and a tariff with a line before return.
    const [variant] = procedure().variants;
    const more = {
      ...variant!,
      components: [
        ...variant!.components,
        { code: 'CAM-KET', name: 'Bản cam kết', originals: 1, copies: 0, required: true, formUrl: null },
      ],
    };
    await foreign.deliver(ProcedureVersionAnnouncedV1, code, procedure({ code, version: 2, variants: [more] }));
    await foreign.deliver(TariffChangedV1, code, {
      procedureCode: code,
      revision: 2,
      lines: [
        { ...tariffLine, variant: null, amount: 100_001 },
        { ...tariffLine, code: 'LE-PHI', kind: 'lePhi', amount: 30_000, collectedAt: 'beforeReturn', variant: null },
      ],
    });
    await holds(
      `EXISTS (SELECT FROM intake.tariff_copy WHERE procedure_code = '${code}' AND revision = 2) AND EXISTS (SELECT FROM intake.procedure_version WHERE code = '${code}' AND version = 2)`,
    );
    expect((await submit(id, etag)).body).toMatchObject({ code: 'DOSSIER.INCOMPLETE', missing: ['CAM-KET'] });
    await intake.citizen.send('PATCH', `/intake/v1/dossiers/${id}`, { body: { language: 'vi' }, ifMatch: etag });
    const { etag: last, status } = await intake.upload(intake.citizen, id, 'CAM-KET');
    expect(status).toBe(201);
    expect((await submit(id, last)).body).toMatchObject({
      procedureVersion: 2,
      status: 'paymentRequired',
      feeLines: [
        { base: 100_001, net: 50_001 },
        { base: 30_000, net: 15_000, collectedAt: 'beforeReturn' },
      ],
    });
  });

  it('cannot be while the council has not set the fee', async () => {
    const code = '2.000014';
    await intake.system.foreign.deliver(ProcedureVersionAnnouncedV1, code, procedure({ code }));
    await intake.system.foreign.deliver(TariffChangedV1, code, {
      procedureCode: code,
      revision: 1,
      lines: [{ ...tariffLine, variant: null, amount: null }],
    });
    await holds(`EXISTS (SELECT FROM intake.tariff_copy WHERE procedure_code = '${code}')`);
    const { id, etag } = await intake.draft(intake.citizen, { procedureCode: code });
    expect((await submit(id, etag)).body).toMatchObject({ status: 409, code: 'FEE.NOT_SET', lines: ['PHI-THAM-DINH'] });
  });

  it('is counted by no calendar of an agency further above while a nearer one has not come (R4)', async () => {
    const { foreign } = intake.system;
    const office = {
      ...sampleOf(AgencyChangedV1),
      legacyCode: '000.00.50.H48',
      calendar: null,
      active: true,
      level: 'department',
    };
    const branch = { ...office, code: 'H48.50.1', parent: 'H48.50', ancestors: ['H48', 'H48.50', 'H48.50.1'] };
    await foreign.deliver(AgencyChangedV1, branch.code, branch);
    await holds(`EXISTS (SELECT FROM intake.agency_copy WHERE code = 'H48.50.1')`);
    const { id, etag } = await intake.draft(intake.citizen, { receivingAgency: 'H48.50.1' });
    expect((await submit(id, etag)).body).toMatchObject({ status: 503, code: 'CATALOGUE.CALENDAR_UNKNOWN' });
    const parent = { ...office, code: 'H48.50', parent: 'H48', ancestors: ['H48', 'H48.50'] };
    await foreign.deliver(AgencyChangedV1, parent.code, parent);
    await holds(`EXISTS (SELECT FROM intake.agency_copy WHERE code = 'H48.50')`);
    expect((await submit(id, etag)).status).toBe(201);
  });

  it('is not free because the tariff comes later than the version that it was announced with', async () => {
    const code = '2.000017';
    const { foreign } = intake.system;
    await foreign.deliver(ProcedureVersionAnnouncedV1, code, procedure({ code, tariffRevision: 2 }));
    await holds(`EXISTS (SELECT FROM intake.procedure_version WHERE code = '${code}')`);
    const { id, etag } = await intake.draft(intake.citizen, { procedureCode: code });
    expect((await submit(id, etag)).body).toMatchObject({ status: 503, code: 'CATALOGUE.TARIFF_UNKNOWN' });
    for (const revision of [1, 2]) {
      const lines = [{ ...tariffLine, variant: null, amount: 40_000 * revision }];
      await foreign.deliver(TariffChangedV1, code, { procedureCode: code, revision, lines });
    }
    await holds(`(SELECT revision FROM intake.tariff_copy WHERE procedure_code = '${code}') = 2`);
    expect((await submit(id, etag)).body).toMatchObject({ status: 'paymentRequired', feeLines: [{ base: 80_000 }] });
  });

  it('shows the officer that its tariff or a policy was corrected since, with the reasons; what was assessed binds (R14, R16)', async () => {
    const code = '2.000019';
    const { foreign } = intake.system;
    const scope = { fields: null, procedures: [code], agencies: null, feeKinds: null, channels: null };
    const tariff = (revision: number, amount: number, reason: string | null) =>
      foreign.deliver(TariffChangedV1, code, {
        procedureCode: code,
        revision,
        lines: [{ ...tariffLine, variant: null, amount }],
        reason,
      });
    const policy = (revision: number, basisPoints: number, reason: string | null) =>
      foreign.deliver(PolicyChangedV1, 'GIAM-DC', {
        ...sampleOf(PolicyChangedV1),
        ...{ code: 'GIAM-DC', basisPoints, revision, scope, reason },
      });
    await foreign.deliver(ProcedureVersionAnnouncedV1, code, procedure({ code }));
    await tariff(1, 100_000, null);
    await policy(1, 6_000, null);
    await holds(
      `EXISTS (SELECT FROM intake.tariff_copy WHERE procedure_code = '${code}') AND EXISTS (SELECT FROM intake.policy_copy WHERE code = 'GIAM-DC')`,
    );
    const { id, etag } = await intake.draft(intake.citizen, { procedureCode: code });
    expect((await submit(id, etag)).body).toMatchObject({ feeLines: [{ base: 100_000, net: 40_000 }] });
    expect(await intake.get(intake.clerk, id)).toMatchObject({ versionDifference: null });
    const [why, whyLess] = ['Nghị quyết ghi 90.000 đồng, đã nhập nhầm', 'Nghị quyết giảm 70%, đã nhập nhầm'];
    await tariff(2, 90_000, why);
    await holds(`(SELECT reason FROM intake.tariff_copy WHERE procedure_code = '${code}') = '${why}'`);
    const because = [{ of: 'tariff', revision: 2, reason: why }];
    expect(await intake.get(intake.clerk, id)).toMatchObject({
      versionDifference: { atSubmission: 1, inForce: 1, term: null, fee: { from: 40_000, to: 36_000, because } },
      feeLines: [{ base: 100_000, net: 40_000 }],
    });
    await policy(2, 7_000, whyLess);
    await holds(`(SELECT revision FROM intake.policy_copy WHERE code = 'GIAM-DC') = 2`);
    expect((await intake.get(intake.clerk, id))['versionDifference']).toMatchObject({
      fee: { from: 40_000, to: 27_000, because: [...because, { of: 'GIAM-DC', revision: 2, reason: whyLess }] },
    });
  });

  it('keeps what the catalogue said, however often it says it, and never an older tariff or policy', async () => {
    const { foreign } = intake.system;
    await foreign.deliver(TariffChangedV1, '2.000015', {
      procedureCode: '2.000015',
      revision: 3,
      lines: [{ ...tariffLine, amount: 7 }],
    });
    const policy = {
      ...sampleOf(PolicyChangedV1),
      code: 'P',
      revision: 5,
      scope: { fields: [], procedures: null, agencies: null, feeKinds: null, channels: null },
    };
    await foreign.deliver(PolicyChangedV1, 'P', policy);
    await foreign.deliver(PolicyChangedV1, 'P', { ...policy, revision: 4, basisPoints: 1 });
    await holds(`(SELECT last_sequence FROM intake.inbox_position WHERE topic = 'motcua.policy' AND key = 'P') = 2`);
    await holds(
      `(SELECT lines->0->>'amount' FROM intake.tariff_copy WHERE procedure_code = '2.000015') = '7' AND (SELECT revision FROM intake.policy_copy WHERE code = 'P') = 5`,
    );
  });

  describe('by someone whom a law favours', () => {
    const CODE = '2.000018';
    const EVIDENCE = 'GIAY-HO-NGHEO';
    beforeAll(async () => {
      const { foreign } = intake.system;
      await foreign.deliver(ProcedureVersionAnnouncedV1, CODE, procedure({ code: CODE }));
      await foreign.deliver(TariffChangedV1, CODE, {
        procedureCode: CODE,
        revision: 1,
        lines: [
          {
            ...tariffLine,
            variant: null,
            amount: 10_000,
            measure: { field: 'dienTich', unit: 'm²', per: 1, minimum: 20_000, maximum: 900_000 },
          },
        ],
      });
      const scope = {
        fields: null,
        procedures: [CODE],
        agencies: null,
        feeKinds: null,
        channels: null,
        applicants: null,
      };
      await foreign.deliver(PolicyChangedV1, 'GIAM-HO-NGHEO', {
        ...sampleOf(PolicyChangedV1),
        ...{ code: 'GIAM-HO-NGHEO', basisPoints: 8_000, revision: 1, scope },
        beneficiary: {
          code: 'HO-NGHEO',
          name: 'Hộ nghèo',
          evidence: { code: EVIDENCE, name: 'Giấy chứng nhận hộ nghèo' },
        },
      });
      await holds(
        `EXISTS (SELECT FROM intake.tariff_copy WHERE procedure_code = '${CODE}') AND EXISTS (SELECT FROM intake.policy_copy WHERE code = 'GIAM-HO-NGHEO')`,
      );
    });
    const about = (dienTich: number) => ({ tenCoSo: 'Cơ sở Mẫu', soDienThoai: '0900000001', dienTich });

    it('shows what will be owed before, by area and by the largest of channel and category, and needs what proves it (R17)', async () => {
      const { id, etag } = await intake.draft(intake.citizen, { procedureCode: CODE, formData: about(30) });
      const drafted = await intake.get(intake.citizen, id);
      expect(drafted['quote']).toMatchObject({
        ...{ total: 150_000, lines: [{ base: 300_000, net: 150_000 }] },
        exemptions: [{ code: 'HO-NGHEO', evidence: { code: EVIDENCE } }],
      });
      const patch = (body: object, ifMatch: string) =>
        intake.citizen.send('PATCH', `/intake/v1/dossiers/${id}`, { body, ifMatch });
      expect((await patch({ exemptions: ['CON-VUA'] }, etag)).body.errors).toMatchObject([
        { pointer: '/exemptions/0', code: 'DOSSIER.EXEMPTION_UNKNOWN' },
      ]);
      const claimed = await patch({ exemptions: ['HO-NGHEO'] }, etag);
      expect(claimed.body).toMatchObject({
        ...{ quote: { total: 60_000 }, exemptions: [{ code: 'HO-NGHEO', grantedBy: null }] },
      });
      expect((await submit(id, claimed.etag)).body.errors).toMatchObject([
        { pointer: `/components/${EVIDENCE}`, code: 'DOSSIER.EVIDENCE_MISSING' },
      ]);
      const { etag: proved } = await intake.upload(intake.citizen, id, EVIDENCE);
      expect((await submit(id, proved)).body).toMatchObject({
        ...{ status: 'paymentRequired', owed: 60_000 },
        feeLines: [{ base: 300_000, net: 60_000, reduction: { policy: 'GIAM-HO-NGHEO', basisPoints: 8_000 } }],
      });
      // The category stays here: others hear of the policy that reduced the line, and of no claim.
      const submitted = (await intake.published(id)).find(({ type }) => type === 'vn.motcua.dossier.submitted.v1');
      expect(Object.keys(submitted?.data ?? { exemptions: 0 })).not.toContain('exemptions');

      // The office does not find it proved: the claim is left out, and the fee is that of the channel again.
      const found = await intake.get(intake.clerk, id);
      const correction = { reason: 'Giấy hết hạn', askedBy: 'Cán bộ tiếp nhận', exemptions: [], confirmed: true };
      const corrected = await intake.clerk.post(`/intake/v1/dossiers/${id}/corrections`, correction, {
        ifMatch: String(found['etag']),
      });
      expect(corrected).toMatchObject({ status: 201, body: { exemptions: [], owed: 150_000 } });
    });

    it('is granted by the officer who accepts it, and never costs less than the minimum before it is reduced', async () => {
      const { body } = await intake.clerk.post(
        '/intake/v1/dossiers',
        draftBody({ procedureCode: CODE, channel: 'counter', formData: about(1), exemptions: ['HO-NGHEO'] }),
      );
      for (const component of ['DON-DE-NGHI', 'BAN-VE', EVIDENCE])
        await intake.upload(intake.clerk, body.id, component);
      const { etag } = await intake.get(intake.clerk, body.id);
      const submitted = await intake.clerk.post(`/intake/v1/dossiers/${body.id}/submission`, undefined, {
        ifMatch: String(etag),
      });
      expect(submitted.body).toMatchObject({ feeLines: [{ base: 20_000, net: 4_000 }] });
      const acceptance = { cashReceiptNumber: 'BL-MIEN-1' };
      const accepted = await intake.clerk.post(`/intake/v1/dossiers/${body.id}/acceptance`, acceptance, {
        ifMatch: submitted.etag,
      });
      expect(accepted).toMatchObject({
        ...{ status: 201, body: { exemptions: [{ code: 'HO-NGHEO', grantedBy: { subject: 'clerk' } }] } },
      });
    });

    it('is granted after the payment, too: shown first, and what was paid beyond it is no longer owed (R16, R17)', async () => {
      const { id } = (await intake.submit(intake.clerk, {
        ...{ procedureCode: CODE, channel: 'counter', formData: about(30) },
      })) as { id: string };
      await intake.pay(id);
      const etag = await intake.until(id, 'registered');
      const correct = (confirmed: boolean) =>
        intake.clerk.post(
          `/intake/v1/dossiers/${id}/corrections`,
          { reason: 'Đã có giấy hộ nghèo', askedBy: 'Chủ hồ sơ', exemptions: ['HO-NGHEO'], confirmed },
          { ifMatch: etag },
        );
      expect((await correct(false)).body).toMatchObject({
        ...{ code: 'DOSSIER.CORRECTION_TO_CONFIRM', fee: { before: 300_000, after: 60_000 } },
      });
      expect((await correct(true)).body).toMatchObject({
        ...{ status: 'registered', owed: 0, feeLines: [{ base: 300_000, net: 60_000 }] },
        exemptions: [{ code: 'HO-NGHEO', grantedBy: { subject: 'clerk' } }],
      });
      const told = (await intake.published(id)).findLast(({ type }) => type === 'vn.motcua.dossier.corrected.v1');
      expect(told?.data.feeLines).toMatchObject([{ net: 60_000, collectedAt: 'beforeAcceptance' }]);
    });

    it('whose policy has ended since the draft is submitted at no other fee than was shown (R17)', async () => {
      const { id } = await intake.draft(
        intake.citizen,
        { procedureCode: CODE, formData: about(30), exemptions: ['HO-NGHEO'] },
        ['DON-DE-NGHI', 'BAN-VE', EVIDENCE],
      );
      const [{ content }] = (await intake.system.sql<{ content: Json }>(
        `SELECT content FROM intake.policy_copy WHERE code = 'GIAM-HO-NGHEO'`,
      )) as [{ content: Json }];
      await intake.system.foreign.deliver(PolicyChangedV1, 'GIAM-HO-NGHEO', {
        ...{ ...content, revision: 2, validTo: '2026-11-23' },
      } as PolicyChangedV1);
      await holds(`(SELECT revision FROM intake.policy_copy WHERE code = 'GIAM-HO-NGHEO') = 2`);
      const { etag } = await intake.get(intake.citizen, id);
      expect((await submit(id, etag as string)).body.errors).toMatchObject([
        { pointer: '/exemptions/0', code: 'DOSSIER.EXEMPTION_UNKNOWN' },
      ]);
      const patch = { body: { exemptions: [] }, ifMatch: String(etag) };
      const without = await intake.citizen.send('PATCH', `/intake/v1/dossiers/${id}`, patch);
      expect((await submit(id, without.etag)).body).toMatchObject({ owed: 150_000 });
    });
  });

  describe('tells the contact of an applicant', () => {
    const OWN = '051099000024';
    const naming = (number: string, email: string) => ({
      applicant: { kind: 'citizen', identity: { type: 'citizenId', number }, fullName: 'Trần Văn Mẫu', email },
    });
    /** The addresses that were published of a number, in order. */
    const told = async (type: IdentityType, number: string): Promise<Json[]> => {
      const { identityKey } = intake.system.get('intake', PlatformConfig);
      const { sealingKey } = intake.system.get('intake', SealingConfig);
      const events = await intake.published(identityHash(identityKey, type, number));
      expect(new Set(events.map((event) => event.type))).toEqual(new Set([ApplicantChangedV1.type]));
      return events.map(({ data }) => (openEnvelope(sealingKey, data) as Json).email);
    };

    it('by event only when it is new', async () => {
      for (const email of ['a@example.test', 'a@example.test', 'b@example.test'])
        await intake.submit(intake.otherCitizen, naming(OWN, email));
      expect(await told('citizenId', OWN)).toEqual(['a@example.test', 'b@example.test']);
    });

    it('and keeps it when somebody else submits with the number', async () => {
      const number = '051199000051';
      const owner = await intake.system.as({ sub: 'owner', roles: ['citizen'], citizen_id: number });
      await intake.submit(owner, naming(number, 'owner@example.test'));
      await intake.submit(intake.otherCitizen, naming(number, 'attacker@example.test'));
      const nobody = await intake.system.as({ sub: 'without-number', roles: ['citizen'] });
      await intake.submit(nobody, naming(number, 'attacker@example.test'));
      expect(await told('citizenId', number)).toEqual(['owner@example.test']);
      await intake.submit(owner, naming(number, 'owner-2@example.test'));
      expect(await told('citizenId', number)).toEqual(['owner@example.test', 'owner-2@example.test']);
    });

    it('as an office or a connected system corrects it', async () => {
      const number = '051199000052';
      await intake.submit(intake.otherCitizen, naming(number, 'first@example.test'));
      await intake.submit(intake.clerk, { ...naming(number, 'counter@example.test'), channel: 'counter' });
      const system = await intake.system.as({ sub: 'portal', roles: ['agency-system'], agency: 'H48.12' });
      await intake.submit(system, naming(number, 'portal@example.test'));
      await intake.submit(intake.otherCitizen, naming(number, 'first@example.test'));
      expect(await told('citizenId', number)).toEqual([
        'first@example.test',
        'counter@example.test',
        'portal@example.test',
      ]);
    });

    it('the first that is known, where the number is none of a token, as of an enterprise', async () => {
      const enterprise = (email: string) => ({
        applicant: {
          kind: 'enterprise',
          identity: { type: 'taxCode', number: '0000000017' },
          fullName: 'Công ty TNHH Mẫu',
          email,
        },
      });
      await intake.submit(intake.citizen, enterprise('office@example.test'));
      await intake.submit(intake.otherCitizen, enterprise('attacker@example.test'));
      expect(await told('taxCode', '0000000017')).toEqual(['office@example.test']);
    });
  });
});

describe('the code of a dossier (R1)', () => {
  let intake: Intake;
  beforeAll(async () => {
    intake = await startIntake({ now: '2026-12-30T23:50:00+07:00', environment: { MOTCUA_DATABASE_POOL: '12' } });
  });
  afterAll(() => intake.stop());

  it('is distinct and without gaps for 100 submissions at once, those that fail among them', async () => {
    const drafts = [];
    for (let n = 0; n < 100; n++) drafts.push(await intake.draft());
    const incomplete = [];
    for (let n = 0; n < 10; n++) incomplete.push(await intake.draft(intake.citizen, {}, ['BAN-VE']));
    const submit = ({ id, etag }: { id: string; etag: string }) =>
      intake.citizen.post(`/intake/v1/dossiers/${id}/submission`, undefined, { ifMatch: etag });
    const answers = await Promise.all([...drafts, ...incomplete].map(submit));
    const codes = answers.filter(({ status }) => status === 201).map(({ body }) => body.code as string);
    expect(codes.sort()).toEqual(
      Array.from({ length: 100 }, (_, n) => `H48.12-261230-${String(n + 1).padStart(4, '0')}`),
    );
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(10);
  }, 120_000);

  it('starts anew for another office, and at midnight in Vietnam, and grows past four digits', async () => {
    expect((await intake.submit(intake.citizen, { receivingAgency: 'H48.04' })).code).toBe('H48.04-261230-0001');
    intake.system.clock.moveTo(Temporal.Instant.from('2026-12-31T00:00:00+07:00'));
    expect((await intake.submit()).code).toBe('H48.12-261231-0001');
    await intake.system.sql(
      `UPDATE intake.code_sequence SET last = 9998 WHERE agency = 'H48.12' AND day = '2026-12-31'`,
    );
    expect([(await intake.submit()).code, (await intake.submit()).code]).toEqual([
      'H48.12-261231-9999',
      'H48.12-261231-10000',
    ]);
  });
});
