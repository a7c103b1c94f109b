import { type ApiClient, startTestSystem, type TestSystem } from '@motcua/testing';
import { reporting } from '../reporting.definition.js';

const PATH = '/reporting/v1/indicator-calculations';

describe('the calculation of indicators over HTTP', () => {
  let system: TestSystem;
  let leader: ApiClient;

  beforeAll(async () => {
    system = await startTestSystem([reporting], { environment: { MOTCUA_INDEX_ONLINE_DOSSIERS: '800' } });
    leader = await system.as({ sub: 'leader-1', roles: ['leader'], agency: 'H48.12' });
  });
  afterAll(() => system.stop());

  it('scores the groups that are given, with no idempotency key', async () => {
    const figures = {
      progress: { received: 588, onTime: 486 },
      payment: {
        paidOnline: 7,
        withObligation: 7,
        proceduresPaidOnline: 2,
        proceduresWithFeeDossiers: 0,
        proceduresWithFee: 3,
      },
      transparency: { publishedInTime: [10, 10], updatedInTime: [9, 10], complete: [10, 10], synced: [580, 588] },
    };
    expect(await leader.post(PATH, figures, { idempotencyKey: null })).toMatchObject({
      status: 200,
      body: {
        groups: {
          progress: {
            score: 16.53,
            max: 20,
            ratio: 82.65,
            components: [{ name: 'onTime', score: 16.53, max: 20 }],
          },
          payment: { score: 7.67, max: 10, ratio: 76.7 },
          transparency: { score: 17.52, max: 18, ratio: 97.33 },
        },
        score: 41.72,
        max: 48,
      },
    });
  });

  it('leaves out what was not given, and scores nothing of nothing', async () => {
    expect((await leader.post(PATH, {}, { idempotencyKey: null })).body).toEqual({ groups: {}, score: 0, max: 0 });
  });

  it('takes the points of online services from the configuration, and says that they are provisional', async () => {
    const figures = { onlineServices: { proceduresOnline: 4, procedures: 5, dossiersOnline: 1, dossiers: 4 } };
    expect((await leader.post(PATH, figures, { idempotencyKey: null })).body.groups.onlineServices).toEqual({
      score: 10,
      max: 14,
      ratio: 71.43,
      provisional: true,
      components: [
        { name: 'procedures', score: 6, max: 6 },
        { name: 'dossiers', score: 4, max: 8 },
      ],
    });
  });

  it.each([
    ['more on time than received', { progress: { received: 1, onTime: 2 } }, '/progress/onTime'],
    ['a fraction', { progress: { received: 1.5, onTime: 1 } }, '/progress/received'],
    ['a negative number', { satisfaction: { satisfied: -1 } }, '/satisfaction/satisfied'],
    ['a share of one number', { transparency: { complete: [1] } }, '/transparency/complete'],
    ['a group that does not exist', { punctuality: {} }, '/punctuality'],
  ])('refuses %s with its pointer', async (_, figures, pointer) => {
    const { status, body } = await leader.post(PATH, figures, { idempotencyKey: null });
    expect(status).toBe(422);
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  it('is for officers, not for citizens', async () => {
    const citizen = await system.as({ sub: 'citizen-1', roles: ['citizen'], citizen_id: '051199000017' });
    expect((await citizen.post(PATH, {}, { idempotencyKey: null })).status).toBe(403);
  });
});
