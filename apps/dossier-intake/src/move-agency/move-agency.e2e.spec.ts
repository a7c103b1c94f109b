import { AgencyChangedV1, DossierAgencyMovedV1, sampleOf } from '@motcua/contracts';
import { eventually, type Json } from '@motcua/testing';
import { everyEventFits } from '../testing/every-event-fits.fixture.js';
import { type Intake, startIntake } from '../testing/intake.fixture.js';

const FREE = { procedureCode: '2.000001' };
const MOVE = { from: 'H48.12', to: 'H48.04', reason: 'Nghị quyết về sắp xếp cơ quan' };

describe('an agency that has ended', () => {
  let intake: Intake;
  beforeAll(async () => {
    intake = await startIntake();
  });
  afterAll(() => intake.stop());

  const move = async (body: object): Promise<Json[]> => {
    const taken = await intake.admin.post('/intake/v1/agency-moves', body);
    expect(taken.status).toBe(202);
    const { id } = taken.body;
    return eventually(async () => {
      const { body: action } = await intake.admin.get(`/intake/v1/bulk-actions/${id}`);
      return (
        action.state === 'finished' &&
        ((await intake.admin.get(`/intake/v1/bulk-actions/${id}/items`)).body.items as Json[]).map((item) => ({
          ...item,
          action: id,
        }))
      );
    });
  };

  it('accepts nothing until its dossiers are moved: refused with who took its place, to whom an officer forwards it (R23)', async () => {
    const { foreign } = intake.system;
    const old = {
      ...sampleOf(AgencyChangedV1),
      code: 'H48.97',
      parent: 'H48',
      ancestors: ['H48', 'H48.97'],
      calendar: null,
    };
    await foreign.deliver(AgencyChangedV1, old.code, { ...old, active: true });
    const places = { ...FREE, receivingAgency: 'H48.04', competentAgency: old.code };
    const { id, etag } = await eventually(() => intake.registered(places).catch(() => undefined));
    const successors = ['H48.04'];
    await foreign.deliver(AgencyChangedV1, old.code, { ...old, active: false, revision: 2, successors });
    await eventually(
      async () => !((await intake.get(intake.otherClerk, id))['allowedActions'] as string[]).includes('accept'),
    );
    const on = (action: string, body: object, ifMatch: string) =>
      intake.otherClerk.post(`/intake/v1/dossiers/${id}/${action}`, body, { ifMatch });
    expect((await on('acceptance', {}, etag)).body).toMatchObject({
      ...{ status: 409, code: 'DOSSIER.AGENCY_CLOSED', agency: old.code, successors },
    });
    const where = { receivingAgency: 'H48.04', competentAgency: 'H48.04', reason: 'Cơ quan đã chấm dứt hoạt động' };
    const forwarded = await on('forwarding', where, etag);
    expect([forwarded.status, forwarded.body.allowedActions.includes('accept')]).toEqual([201, true]);
    expect((await on('acceptance', {}, forwarded.etag)).body).toMatchObject({ competentAgency: 'H48.04' });
  });

  it('leaves its open dossiers to its successor, by preview and item by item, and nothing of them starts anew (R23)', async () => {
    const registered = await intake.registered(FREE);
    const accepted = await intake.accepted(FREE);
    const withdrawn = await intake.registered(FREE);
    await intake.citizen.post(
      `/intake/v1/dossiers/${withdrawn.id}/withdrawal`,
      { reason: 'Không còn nhu cầu' },
      { ifMatch: withdrawn.etag },
    );
    await intake.system.foreign.deliver(AgencyChangedV1, 'H48.12', {
      ...sampleOf(AgencyChangedV1),
      code: 'H48.12',
      calendar: null,
      revision: 2,
      active: false,
    });
    expect((await intake.otherClerk.get(`/intake/v1/dossiers/${registered.id}`)).status).toBe(404);

    const previewed = await move({ ...MOVE, dryRun: true });
    expect(previewed).toHaveLength(2);
    expect((await intake.get(intake.admin, registered.id)).receivingAgency).toBe('H48.12');
    const [{ action } = { action: '' }] = previewed;
    expect((await move({ preview: action })).map(({ state }) => state)).toEqual(['done', 'done']);

    const moved = await intake.get(intake.otherClerk, registered.id);
    expect(moved).toMatchObject({
      code: registered.code,
      status: 'registered',
      receivingAgency: 'H48.04',
      competentAgency: 'H48.04',
    });
    const acceptance = await intake.otherClerk.post(
      `/intake/v1/dossiers/${registered.id}/acceptance`,
      {},
      { ifMatch: moved.etag },
    );
    expect([acceptance.status, acceptance.body.competentAgency]).toEqual([201, 'H48.04']);
    expect(await intake.get(intake.otherClerk, accepted.id)).toMatchObject({ holder: { agency: 'H48.04' } });
    expect((await intake.get(intake.admin, withdrawn.id)).receivingAgency).toBe('H48.12');
    expect(await everyEventFits(intake.system)).toContain(DossierAgencyMovedV1.type);
  });

  it('is moved to one that works, for a reason, and by an administrator alone', async () => {
    expect((await intake.clerk.post('/intake/v1/agency-moves', MOVE)).status).toBe(403);
    expect((await intake.admin.post('/intake/v1/agency-moves', { from: 'H48.12' })).body).toMatchObject({
      status: 422,
      errors: [{ pointer: '/to' }, { pointer: '/reason' }],
    });
  });
});
