import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CaseStartedV1,
  CaseSupplementRequestedV1,
  type Contract,
  PortalDossierReceivedV1,
  PortalSupplementReceivedV1,
  DossierWithdrawalRequestedV1,
  PortalWithdrawalReceivedV1,
  ProcedureVersionAnnouncedV1,
  sampleOf,
  TariffChangedV1,
} from '@motcua/contracts';
import { newId } from '@motcua/kernel';
import { sealEnvelope, SealingConfig } from '@motcua/platform';
import { eventually, type Json } from '@motcua/testing';
import { CITIZEN_ID, type Intake, PROCEDURE, procedure, startIntake, tariffLine } from '../testing/intake.fixture.js';

const FREE = '2.000001';
const WHO = {
  kind: 'citizen',
  identity: { type: 'citizenId', number: CITIZEN_ID },
  fullName: 'Nguyễn Thị Mẫu',
  email: 'mau@example.test',
  phone: '0900000001',
  address: null,
  deliveryAddress: null,
};
const file = (component: string, text = component): Json => ({
  id: newId(),
  component,
  sha256: createHash('sha256').update(text).digest('hex'),
  size: 10,
  mediaType: 'application/pdf',
  name: `${component}.pdf`,
  digitised: false,
  reusedFrom: null,
});
const papers = (): Json[] => ['DON-DE-NGHI', 'BAN-VE'].map((component) => file(component));

describe('what citizens do at the national portal', () => {
  let intake: Intake;
  beforeAll(async () => {
    intake = await startIntake();
  });
  afterAll(() => intake.stop());

  const deliver = async <Data extends object>(contract: Contract<Data>, id: string, change: object): Promise<void> => {
    const data = { ...(sampleOf(contract) as object), dossierId: id, ...change };
    await intake.system.foreign.deliver(contract, id, data);
  };
  const dossier = async (change: object = {}, applicant: object = {}, id: string = newId()): Promise<string> => {
    const { sealingKey } = intake.system.get('intake', SealingConfig);
    await deliver(PortalDossierReceivedV1, id, {
      portalCode: `G22-${id}`,
      procedureCode: FREE,
      files: papers(),
      fileFaults: [],
      ...sealEnvelope(sealingKey, { ...WHO, ...applicant }),
      ...change,
    });
    return id;
  };
  const look = (id: string): Promise<Json> => intake.get(intake.clerk, id);
  const until = (id: string, status: string): Promise<Json> =>
    eventually(async () => {
      const { status: found, body } = await intake.clerk.get(`/intake/v1/dossiers/${id}`);
      return found === 200 && body.status === status && body;
    });
  const refusals = async (id: string): Promise<Json[]> =>
    (await intake.published(id)).filter(({ type }) => type.includes('portal-request-refused')).map(({ data }) => data);

  it('is a submission like everybody’s, under the portal’s code beside ours (R22)', async () => {
    const id = await dossier();
    const seen = await until(id, 'registered');
    expect(seen).toMatchObject({
      portalCode: `G22-${id}`,
      channel: 'online',
      receivingAgency: 'H48.12',
      applicant: { fullName: 'Nguyễn Thị Mẫu' },
      supplementRequests: [],
    });
    expect(seen.code).toMatch(/^H48\.12-\d{6}-\d{4}$/);
    expect(seen.files.map(({ component }: Json) => component).sort()).toEqual(['BAN-VE', 'DON-DE-NGHI']);
    expect(await intake.statuses(id)).toEqual(['draft→registered']);
    const types = (await intake.published(id)).map(({ type }) => type.split('.')[3]);
    expect(types).toContain('submitted');
    expect(types).toContain('named');
  });

  it('waits for the tariff of its procedure, where that comes later, and is neither free nor refused', async () => {
    const procedureCode = '2.000018';
    const { foreign } = intake.system;
    await foreign.deliver(
      ProcedureVersionAnnouncedV1,
      procedureCode,
      procedure({ code: procedureCode, tariffRevision: 1 }),
    );
    const id = await dossier({ procedureCode });
    await eventually(async () => {
      const parked = await intake.system.sql<{ state: string; waits_for: string }>(
        'SELECT state, waits_for FROM intake.inbox_parked WHERE key = $1',
        [id],
      );
      return parked.some(({ state, waits_for: what }) => state === 'waiting' && what.includes('TARIFF_UNKNOWN'));
    });
    const lines = [{ ...tariffLine, variant: null, amount: 40_000 }];
    await foreign.deliver(TariffChangedV1, procedureCode, { procedureCode, revision: 1, lines });
    await until(id, 'paymentRequired');
    expect(await refusals(id)).toEqual([]);
  });

  it('that lacks papers, or whose papers could not be taken, becomes a supplement request with the reasons', async () => {
    const fault = { component: 'BAN-VE', field: null, reason: 'Tệp “ban-ve.exe” không thuộc loại được nhận.' };
    const id = await dossier({ files: [], fileFaults: [fault] }, { fullName: '' });
    const seen = await until(id, 'supplementRequired');
    const items: Json[] = seen.supplementRequests[0].items;
    expect(items).toContainEqual({ ...fault, given: false });
    expect(items.map(({ component, field }) => component ?? field)).toEqual([
      'BAN-VE',
      'DON-DE-NGHI',
      '/applicant/fullName',
    ]);
    expect(await intake.statuses(id)).toEqual(['draft→registered', 'registered→supplementRequired']);
    await deliver(PortalSupplementReceivedV1, id, { requestId: 'YC-1', files: [file('DON-DE-NGHI')], fileFaults: [] });
    await eventually(async () => (await look(id)).files.length === 1);
    expect((await look(id)).status).toBe('supplementRequired');
    await deliver(PortalSupplementReceivedV1, id, {
      requestId: 'YC-2',
      files: [file('BAN-VE', 'mới')],
      fileFaults: [],
    });
    expect((await until(id, 'registered')).files).toHaveLength(2);
  });

  it('is asked again, with the reason, where what was given could not be taken', async () => {
    const lost = { component: null, field: null, reason: 'Tệp “a.exe” không thuộc loại được nhận.' };
    const id = await dossier({ fileFaults: [lost] });
    await until(id, 'supplementRequired');
    const reason = 'Tệp “b.exe” không thuộc loại được nhận.';
    await deliver(PortalSupplementReceivedV1, id, {
      requestId: 'YC-7',
      files: [],
      fileFaults: [{ ...lost, reason }],
    });
    const asked = await eventually(async () => {
      const { supplementRequests } = await look(id);
      return supplementRequests.length === 2 && supplementRequests;
    });
    expect(asked.flatMap(({ items }: Json) => items.map((item: Json) => item.reason))).toContain(reason);
    expect((await look(id)).status).toBe('supplementRequired');
  });

  it('is told in the request that stays open, and in no second one, why a file was not taken (R10, R21)', async () => {
    const id = await dossier({ files: [] });
    await until(id, 'supplementRequired');
    const fault = { component: 'BAN-VE', field: null, reason: 'Tệp “ban-ve.exe” không thuộc loại được nhận.' };
    await deliver(PortalSupplementReceivedV1, id, {
      requestId: 'YC-21',
      files: [file('DON-DE-NGHI')],
      fileFaults: [fault],
    });
    const [request, ...more]: Json[] = await eventually(async () => {
      const { files, supplementRequests } = await look(id);
      return files.length === 1 && supplementRequests;
    });
    expect(more).toEqual([]);
    expect(request!.items.slice(2)).toEqual([{ ...fault, given: false }]);
    const asked = (await intake.published(id)).filter(({ type }) => type.includes('dossier.supplement-requested'));
    expect(asked.map(({ data }) => [data.number, data.items.length])).toEqual([
      [1, 2],
      [1, 3],
    ]);
  });

  it('is told after acceptance in the open request of the case why a file was not taken, and nothing is half given', async () => {
    const { id } = await intake.accepted({ procedureCode: FREE });
    await deliver(CaseStartedV1, id, { agency: 'H48.12' });
    const asked = { number: 1, items: [{ component: 'BAN-VE', field: null, reason: 'Mờ' }] };
    await deliver(CaseSupplementRequestedV1, id, { ...asked, deadlineAt: '2030-12-14T15:30:00+07:00' });
    await until(id, 'supplementRequired');
    const reason = 'Tệp “ban-ve.exe” không thuộc loại được nhận.';
    const fault = { component: 'BAN-VE', field: null, reason };
    await deliver(PortalSupplementReceivedV1, id, { requestId: 'YC-41', number: 1, files: [], fileFaults: [fault] });
    const shown = await eventually(async () => {
      const [request] = (await look(id)).supplementRequests;
      return request.rejectedReason !== null && request;
    });
    expect(shown).toMatchObject({ number: 1, givenAt: null, completedAt: null, rejectedReason: reason });
    const lines = (await intake.clerk.get(`/intake/v1/dossiers/${id}/history?limit=100`)).body.items as Json[];
    expect(lines.at(-1)).toMatchObject({ action: 'fileAttached', detail: { files: [], notTaken: ['BAN-VE'] } });
    const given = { requestId: 'YC-42', number: 1, files: [file('BAN-VE', 'rõ')], fileFaults: [] };
    await deliver(PortalSupplementReceivedV1, id, given);
    const [answered] = await eventually(async () => {
      const { supplementRequests } = await look(id);
      return supplementRequests[0].givenAt !== null && supplementRequests;
    });
    expect(answered).toMatchObject({ completedAt: null, rejectedReason: null });
  });

  it('answers the request that the portal names, and no other', async () => {
    const id = await dossier({ files: [] });
    await until(id, 'supplementRequired');
    await deliver(PortalSupplementReceivedV1, id, { requestId: 'YC-31', number: 2, files: papers(), fileFaults: [] });
    const refused = await eventually(async () => (await refusals(id))[0]);
    expect(refused).toMatchObject({ requestId: 'YC-31', code: 'DOSSIER.ACTION_NOT_ALLOWED' });
    expect((await look(id)).status).toBe('supplementRequired');
    await deliver(PortalSupplementReceivedV1, id, {
      requestId: 'YC-32',
      number: null,
      files: papers(),
      fileFaults: [],
    });
    await until(id, 'registered');
  });

  it('that an office typed, with the portal’s code, is changed there until it is accepted; what the office scanned stays', async () => {
    const { id } = await intake.submit(intake.clerk, {
      procedureCode: FREE,
      portalCode: 'G22-TYPED',
      channel: 'counter',
    });
    await dossier({ revision: 2, files: [file('BAN-VE', 'thêm')] }, { fullName: 'Trần Văn Mẫu' }, id);
    const seen = await eventually(async () => {
      const found = await look(id);
      return found.applicant.fullName === 'Trần Văn Mẫu' && found;
    });
    expect(seen).toMatchObject({ status: 'registered', channel: 'counter' });
    expect(seen.files).toHaveLength(3);
  });

  it('awaits its fee first, and is asked for what it lacks once that is paid', async () => {
    const id = await dossier({ procedureCode: PROCEDURE, files: [] });
    await until(id, 'paymentRequired');
    await intake.pay(id);
    await until(id, 'registered');
    await dossier({ procedureCode: PROCEDURE, files: [] }, {}, id);
    await until(id, 'supplementRequired');
  });

  it('may be changed there until it is accepted here', async () => {
    const id = await dossier();
    await until(id, 'registered');
    await dossier({ revision: 2, files: [...papers(), file('BAN-VE', 'thêm')] }, { fullName: 'Trần Văn Mẫu' }, id);
    await eventually(async () => (await look(id)).applicant.fullName === 'Trần Văn Mẫu');
    expect((await look(id)).files).toHaveLength(3);
    const named = (await intake.published(id)).filter(({ type }) => type.includes('applicant.named'));
    expect(named).toHaveLength(2);
  });

  it('withdraws it, and what cannot be done is told to the portal’s service', async () => {
    const id = await dossier();
    await until(id, 'registered');
    await deliver(PortalSupplementReceivedV1, id, { requestId: 'YC-9', files: [], fileFaults: [] });
    await deliver(PortalWithdrawalReceivedV1, id, { requestId: 'YC-10', reason: 'Không còn nhu cầu' });
    await until(id, 'withdrawn');
    expect(await refusals(id)).toMatchObject([
      { request: 'supplement', requestId: 'YC-9', code: 'DOSSIER.ACTION_NOT_ALLOWED' },
    ]);
    const other = await dossier({ procedureCode: '2.000003' });
    await eventually(async () => (await refusals(other)).length === 1);
    expect(await refusals(other)).toMatchObject([
      { request: 'dossier', requestId: null, code: 'DOSSIER.PROCEDURE_NOT_IN_FORCE' },
    ]);
  });

  it('asks the case for its withdrawal once: while that is pending, another is told back', async () => {
    const { id } = await intake.accepted({ procedureCode: FREE });
    for (const requestId of ['YC-51', 'YC-52'])
      await deliver(PortalWithdrawalReceivedV1, id, { requestId, reason: 'Không còn nhu cầu' });
    await eventually(async () => (await refusals(id)).length === 1);
    expect(await refusals(id)).toMatchObject([
      { request: 'withdrawal', requestId: 'YC-52', code: 'DOSSIER.WITHDRAWAL_PENDING' },
    ]);
    const asked = (await intake.published(id)).filter(({ type }) => type === DossierWithdrawalRequestedV1.type);
    expect(asked).toHaveLength(1);
  });
});
