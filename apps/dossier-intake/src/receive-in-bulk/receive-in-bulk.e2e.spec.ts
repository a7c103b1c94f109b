import { type ApiClient, type ApiResponse, eventually, type Json } from '@motcua/testing';
import { type Intake, PROCEDURE, startIntake } from '../testing/intake.fixture.js';

const PATH = '/intake/v1/bulk-actions';

describe('the reception of many dossiers at once', () => {
  let intake: Intake;

  const finished = async (clerk: ApiClient, answer: ApiResponse): Promise<Json> => {
    expect(answer.status).toBe(202);
    const path = String(answer.headers.get('location'));
    let body: Json;
    await eventually(async () => ({ body } = await clerk.get(path)).body.state === 'finished');
    return { ...body, items: (await clerk.get(`${path}/items`)).body.items };
  };

  beforeAll(async () => {
    intake = await startIntake();
  });
  afterAll(() => intake.stop());

  it('shows what would happen to each, then accepts those, each with its own due dates and its own history', async () => {
    const [one, two, changed] = [await intake.registered(), await intake.registered(), await intake.registered()];
    const items = [one, two, { ...changed, etag: '"99"' }].map(({ id, etag }) => ({ id, etag }));
    const preview = await finished(
      intake.clerk,
      await intake.clerk.post(PATH, { action: 'accept', dryRun: true, items }),
    );
    expect(preview.counts).toEqual({ total: 3, waiting: 0, done: 2, refused: 1, failed: 0 });
    expect(preview.items[2].problem).toMatchObject({ status: 412, code: 'RESOURCE.CHANGED' });
    expect((await intake.get(intake.clerk, one.id)).status).toBe('registered');

    const applied = await finished(intake.clerk, await intake.clerk.post(PATH, { preview: preview.id }));
    expect(applied.counts).toEqual({ total: 2, waiting: 0, done: 2, refused: 0, failed: 0 });
    for (const [index, { id, code }] of [one, two].entries()) {
      const dossier = await intake.get(intake.clerk, id);
      expect(dossier.status).toBe('accepted');
      expect(applied.items[index].result).toMatchObject({
        code,
        status: 'accepted',
        promisedDueAt: dossier.promisedDueAt,
      });
      const accepted = (await intake.published(id)).filter(({ type }) => type.includes('accepted'));
      expect(accepted).toHaveLength(1);
      const history = await intake.clerk.get(`/intake/v1/dossiers/${id}/history`);
      expect(history.body.items.filter(({ action }: Json) => action === 'accepted')).toMatchObject([
        { actor: 'clerk' },
      ]);
    }
  });

  it('takes all that a filter finds among those that wait for reception, within reach', async () => {
    const waiting = [await intake.registered(), await intake.registered()];
    const filter = { procedure: PROCEDURE, agency: 'H48.12' };
    const elsewhere = await intake.otherClerk.post(PATH, { action: 'accept', filter });
    expect(elsewhere).toMatchObject({
      status: 422,
      body: { code: 'BULK.SELECTION_EMPTY', errors: [{ pointer: '/filter' }] },
    });
    const { counts } = await finished(intake.clerk, await intake.clerk.post(PATH, { action: 'accept', filter }));
    expect(counts.done).toBeGreaterThanOrEqual(2);
    for (const { id } of waiting) expect((await intake.get(intake.clerk, id)).status).toBe('accepted');
    const none = await intake.clerk.post(PATH, { action: 'accept', filter });
    expect(none).toMatchObject({ status: 422, body: { code: 'BULK.SELECTION_EMPTY' } });
  });

  it('refuses each, or asks the same papers of each, as the single action does: what it refuses is the result of that one alone', async () => {
    const [one, two, asked] = [await intake.registered(), await intake.registered(), await intake.registered()];
    const done = await intake.accepted();
    const items = [one, two, done].map(({ id, etag }) => ({ id, etag }));
    const refusal = { reason: 'Không thuộc thẩm quyền', faults: [{ component: 'BAN-VE', reason: 'Sai mẫu' }] };
    const refuse = { action: 'refuse', items, refusal };
    expect((await intake.citizen.post(PATH, refuse)).status).toBe(403);
    expect((await intake.clerk.post(PATH, { action: 'refuse', items })).body.errors).toMatchObject([
      { pointer: '/refusal' },
    ]);
    const preview = await finished(intake.clerk, await intake.clerk.post(PATH, { ...refuse, dryRun: true }));
    expect((await intake.get(intake.clerk, one.id)).status).toBe('registered');
    const applied = await finished(intake.clerk, await intake.clerk.post(PATH, { preview: preview.id }));
    expect([preview.counts.refused, applied.counts]).toMatchObject([1, { total: 2, done: 2 }]);
    for (const { id } of [one, two]) {
      expect(await intake.get(intake.clerk, id)).toMatchObject({ status: 'refused', reason: refusal.reason });
      expect((await intake.published(id)).filter(({ type }) => type.includes('refused'))).toHaveLength(1);
    }
    const ask = async (component: string): Promise<Json> => {
      const supplementRequest = { items: [{ component, reason: 'Chưa có chữ ký của người lập' }] };
      const body = { action: 'requestSupplement', items: [{ id: asked.id, etag: asked.etag }], supplementRequest };
      return (await finished(intake.clerk, await intake.clerk.post(PATH, body))).items[0];
    };
    expect((await ask('NO-SUCH')).problem).toMatchObject({ status: 422, errors: [{ pointer: '/items/0/component' }] });
    const { result } = await ask('BAN-VE');
    const { status, supplementRequests } = await intake.get(intake.clerk, asked.id);
    expect([status, result.status]).toEqual(['supplementRequired', 'supplementRequired']);
    expect(supplementRequests).toMatchObject([{ number: 1, deadlineAt: result.deadlineAt }]);
  });

  it('tells of each that cannot be accepted why, and is for those who receive', async () => {
    const done = await intake.accepted();
    const items = [{ id: done.id, etag: done.etag }];
    const { items: told } = await finished(intake.clerk, await intake.clerk.post(PATH, { action: 'accept', items }));
    expect(told[0].problem).toMatchObject({
      status: 409,
      code: 'DOSSIER.ACTION_NOT_ALLOWED',
      dossierStatus: 'accepted',
    });
    const citizen = await intake.citizen.post(PATH, { action: 'accept', items });
    expect(citizen).toMatchObject({ status: 403, body: { requiredScope: 'dossier.receive' } });
    const nothing = await intake.clerk.post(PATH, { items });
    expect(nothing).toMatchObject({ status: 422, body: { errors: [{ pointer: '/action' }] } });
  });
});
