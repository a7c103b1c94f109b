import { createHash } from 'node:crypto';
import { CaseResultIssuedV1, CaseResultRevokedV1, type Contract, sampleOf } from '@motcua/contracts';
import { eventually, type Json } from '@motcua/testing';
import { type Intake, startIntake } from '../testing/intake.fixture.js';

const FREE = { procedureCode: '2.000001' };
const shaOf = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('what the state already holds (R19, R20)', () => {
  let intake: Intake;
  let dossier: string;
  beforeAll(async () => {
    intake = await startIntake();
    ({ id: dossier } = await intake.accepted(FREE));
  });
  afterAll(() => intake.stop());

  /** Delivers every event twice, and waits until it is applied. */
  const deliver = async <Data extends object>(contract: Contract<Data>, change: object): Promise<void> => {
    const data = { ...(sampleOf(contract) as object), dossierId: dossier, ...change };
    const message = await intake.system.foreign.deliver(contract, dossier, data);
    const sequence = Number(message.headers['ce_sequence']);
    await eventually(async () => {
      const rows = await intake.system.sql(
        'SELECT FROM intake.inbox_position WHERE topic = $1 AND key = $2 AND last_sequence >= $3',
        [contract.topic, dossier, sequence],
      );
      return rows.length === 1;
    });
  };
  /** A result that stands for a component; a later one of the same code takes the place of an earlier one. */
  const issue = (number: string, change: object = {}): Promise<void> =>
    deliver(CaseResultIssuedV1, {
      resultCode: 'BAN-VE',
      number,
      file: { sha256: shaOf(number), size: 10, mediaType: 'application/pdf', name: `${number}.pdf` },
      ...change,
    });
  const itemOf = async (number: string): Promise<Json> =>
    (await intake.citizen.get('/intake/v1/applicant-store?limit=200')).body.items.find(
      (item: Json) => item.number === number,
    );
  const draft = async (client = intake.citizen): Promise<Json> =>
    intake.get(client, (await intake.draft(client, FREE, [])).id);
  const offered = async (): Promise<Json> =>
    (await draft()).reusable.find(({ component }: Json) => component === 'BAN-VE');
  const take = (id: string, fromStore: string) =>
    intake.citizen.post(`/intake/v1/dossiers/${id}/files`, { fromStore, component: 'BAN-VE' });

  it('is offered to its owner for the missing components of a draft, and one call takes it', async () => {
    await issue('1/GCN', { issuedAt: '2026-12-01T08:00:00+07:00', validUntil: '2031-12-01' });
    const { id, missing, reusable } = await draft();
    expect(missing).toContain('BAN-VE');
    const paper = reusable.find(({ component }: Json) => component === 'BAN-VE');
    expect(paper).toMatchObject({ kind: 'result', number: '1/GCN', validUntil: '2031-12-01' });
    expect((await take(id, paper.fromStore)).status).toBe(201);
    const taken = await intake.get(intake.citizen, id);
    expect(taken.missing).not.toContain('BAN-VE');
    expect(taken.reusable.map(({ component }: Json) => component)).not.toContain('BAN-VE');
    expect(taken.files).toMatchObject([{ component: 'BAN-VE', fromStore: paper.fromStore }]);
  });

  it('is offered to nobody else, not even to who drafts with the number of the owner', async () => {
    expect((await draft(intake.otherCitizen)).reusable).toBeUndefined();
  });

  it('is reused by the counter with the consent that its owner signed, and by no office without (R19)', async () => {
    const { id } = await intake.draft(intake.clerk, { ...FREE, channel: 'counter' }, []);
    const { id: fromStore } = await itemOf('1/GCN');
    const reuse = () => intake.clerk.post(`/intake/v1/dossiers/${id}/files`, { fromStore, component: 'BAN-VE' });
    expect((await reuse()).body.code).toBe('STORE.ITEM_UNKNOWN');
    expect((await intake.get(intake.clerk, id)).reusable).toBeUndefined();
    const { body: paper, etag } = await intake.upload(intake.clerk, id, 'VAN-BAN-DE-NGHI');
    const consent = (body: object) =>
      intake.clerk.post(`/intake/v1/dossiers/${id}/reuse-consent`, body, { ifMatch: etag });
    expect((await consent({})).body.errors).toHaveLength(2);
    const given = await consent({ askedBy: 'Nguyễn Thị Mẫu', signedRequest: paper.id });
    expect(given.body.officeRequests).toMatchObject([{ action: 'reusePapers', askedBy: 'Nguyễn Thị Mẫu' }]);
    expect((await intake.get(intake.clerk, id)).reusable).toContainEqual(expect.objectContaining({ fromStore }));
    const { status, body } = await reuse();
    expect([status, body.reusedFrom, body.digitised, body.fromCitizenStore]).toEqual([201, 'result', false, false]);
    // Of another applicant nothing was consented.
    const { etag: now } = await intake.get(intake.clerk, id);
    const another = { applicant: { identity: { type: 'citizenId', number: '051099000024' } } };
    const changed = await intake.clerk.patch(`/intake/v1/dossiers/${id}`, another, { ifMatch: now });
    expect([changed.body.officeRequests, changed.body.files.length]).toEqual([[], 1]);
    expect((await intake.get(intake.clerk, id)).reusable).toBeUndefined();
  });

  it('is offered as its newest, and no more once that was revoked: then the one before it', async () => {
    await issue('2/GCN', { issuedAt: '2026-12-02T08:00:00+07:00' });
    expect(await offered()).toMatchObject({ number: '2/GCN' });
    await deliver(CaseResultRevokedV1, {
      resultCode: 'BAN-VE',
      number: '2/GCN',
      sha256: shaOf('2/GCN'),
      reason: 'Cấp sai',
    });
    expect(await offered()).toMatchObject({ number: '1/GCN' });
    const { id: item, revokedReason } = await itemOf('2/GCN');
    expect(revokedReason).toBe('Cấp sai');
    expect((await take((await draft()).id, item)).body).toMatchObject({
      status: 422,
      code: 'STORE.ITEM_REVOKED',
      reason: 'Cấp sai',
    });
    const { body } = await intake.citizen.get(`/intake/v1/dossiers/${dossier}/history`);
    expect(body.items.at(-1)).toMatchObject({
      action: 'resultRevoked',
      detail: { number: '2/GCN', reason: 'Cấp sai' },
    });
  });

  it('is not offered after its last day, and refused', async () => {
    await issue('3/GCN', { issuedAt: '2026-12-03T08:00:00+07:00', validUntil: '2020-12-31' });
    expect(await offered()).toMatchObject({ number: '1/GCN' });
    const { id: item } = await itemOf('3/GCN');
    expect((await take((await draft()).id, item)).body).toMatchObject({
      status: 422,
      code: 'STORE.ITEM_EXPIRED',
      validUntil: '2020-12-31',
    });
  });

  it('is kept and never a component where it is a letter of refusal', async () => {
    await issue('4/TL', { issuedAt: '2026-12-04T08:00:00+07:00', decision: 'denied' });
    expect(await offered()).toMatchObject({ number: '1/GCN' });
    const { id: item, decision } = await itemOf('4/TL');
    expect(decision).toBe('denied');
    expect((await take((await draft()).id, item)).body).toMatchObject({ status: 422, code: 'STORE.ITEM_IS_DENIAL' });
  });

  it('is asked again at submission and at acceptance, and its component is named', async () => {
    await issue('5/GCN', { issuedAt: '2026-12-05T08:00:00+07:00' });
    const { id: item } = await itemOf('5/GCN');
    const attached = async (): Promise<{ id: string; etag: string }> => {
      const { id } = await intake.draft(intake.citizen, FREE, ['DON-DE-NGHI']);
      return { id, etag: (await take(id, item)).etag };
    };
    const submit = ({ id, etag }: { id: string; etag: string }) =>
      intake.citizen.post(`/intake/v1/dossiers/${id}/submission`, undefined, { ifMatch: etag });
    const [early, late] = [await attached(), await attached()];
    const submitted = await submit(early);
    expect(submitted.status).toBe(201);
    await deliver(CaseResultRevokedV1, {
      resultCode: 'BAN-VE',
      number: '5/GCN',
      sha256: shaOf('5/GCN'),
      reason: 'Giả mạo',
    });
    const refused = { errors: [{ pointer: '/components/BAN-VE', code: 'DOSSIER.PAPER_REVOKED' }] };
    expect((await submit(late)).body).toMatchObject({ status: 422, code: 'DOSSIER.INCOMPLETE', ...refused });
    const accept = await intake.clerk.post(
      `/intake/v1/dossiers/${early.id}/acceptance`,
      {},
      { ifMatch: submitted.etag },
    );
    expect(accept.body).toMatchObject({ status: 422, code: 'DOSSIER.PAPERS_INVALID', ...refused });
  });

  it('takes its copies with it when it is revoked: a paper that was accepted once holds as long as its source', async () => {
    await issue('6/GCN', { issuedAt: '2026-12-06T08:00:00+07:00', validUntil: '2027-12-31', resultCode: 'GCN-KHAC' });
    const { id: item } = await itemOf('6/GCN');
    const { id } = await intake.draft(intake.citizen, FREE, ['DON-DE-NGHI']);
    const { etag } = await take(id, item);
    const submitted = await intake.citizen.post(`/intake/v1/dossiers/${id}/submission`, undefined, { ifMatch: etag });
    const path = `/intake/v1/dossiers/${id}/acceptance`;
    expect((await intake.clerk.post(path, {}, { ifMatch: submitted.etag })).status).toBe(201);
    const copy = async (): Promise<Json> =>
      (await intake.citizen.get('/intake/v1/applicant-store?limit=200')).body.items.find(
        ({ sourceId }: Json) => sourceId === item,
      );
    expect(await copy()).toMatchObject({ kind: 'paper', code: 'BAN-VE', validUntil: '2027-12-31', revokedAt: null });
    await deliver(CaseResultRevokedV1, {
      resultCode: 'GCN-KHAC',
      number: '6/GCN',
      sha256: shaOf('6/GCN'),
      reason: 'Giả mạo',
    });
    expect(await copy()).toMatchObject({ revokedReason: 'Giả mạo' });
    expect((await take((await draft()).id, (await copy()).id)).body).toMatchObject({ code: 'STORE.ITEM_REVOKED' });
    expect((await offered())?.fromStore).not.toBe((await copy()).id);
  });
});
