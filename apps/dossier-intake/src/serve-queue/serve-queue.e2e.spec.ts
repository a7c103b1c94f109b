import type { ApiClient } from '@motcua/testing';
import { type Intake, startIntake } from '../testing/intake.fixture.js';

describe('the queue at the counter (số thứ tự)', () => {
  let intake: Intake;
  let kiosk: ApiClient;
  beforeAll(async () => {
    intake = await startIntake();
    kiosk = await intake.system.as({ sub: 'kiosk', roles: ['agency-system'], agency: 'H48.12' });
  });
  afterAll(() => intake.stop());

  const take = async (client = kiosk): Promise<{ id: string; number: number }> => {
    const { status, body } = await client.post('/intake/v1/queue-tickets');
    expect(status).toBe(201);
    return body as { id: string; number: number };
  };
  const call = (window: string, client = intake.clerk) => client.post('/intake/v1/queue-calls', { window });
  const end = (id: string, body: object = {}, client = intake.clerk) =>
    client.post(`/intake/v1/queue-tickets/${id}/end`, body);

  it('gives out numbers of the office and day, from 1 and without a gap, also to many at once', async () => {
    const taken = await Promise.all(Array.from({ length: 12 }, () => take()));
    expect(taken.map(({ number }) => number).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect((await take(intake.otherClerk)).number).toBe(1);
  });

  it('is called in its order, each number by one window', async () => {
    const [first, second] = await Promise.all([call('1'), call('2')]);
    expect([first.body.number, second.body.number].sort()).toEqual([1, 2]);
    expect(first.body).toMatchObject({
      status: 'called',
      window: '1',
      calledAt: expect.stringMatching(/^2026-11-23T08:0/),
    });
    const { body } = await kiosk.get('/intake/v1/queue');
    expect(body).toMatchObject({ agency: 'H48.12', day: '2026-11-23', waiting: 10 });
    expect(body.called.map((one: { window: string }) => one.window).sort()).toEqual(['1', '2']);
  });

  it('ends with the dossier that was handled, or with nobody coming, once', async () => {
    const [served, absent] = [(await call('1')).body, (await call('2')).body];
    const { id: dossierId } = await intake.submit();
    const foreign = await intake.draft(intake.otherCitizen, {}, []);
    expect((await end(served.id as string, { dossierId: foreign.id })).status).toBe(404);
    expect((await end(served.id as string, { dossierId })).body).toMatchObject({ status: 'served', dossierId });
    expect((await end(absent.id as string, { came: false })).body).toMatchObject({ status: 'absent', dossierId: null });
    expect((await end(served.id as string)).body).toMatchObject({
      status: 409,
      code: 'TICKET.NOT_CALLED',
      ticketStatus: 'served',
    });
  });

  it('is one office’s own: others neither call nor end its numbers, and citizens and kiosks do not call', async () => {
    const { id } = (await call('1')).body;
    expect((await end(id as string, {}, intake.otherClerk)).status).toBe(404);
    expect((await call('1', intake.citizen)).status).toBe(403);
    expect((await call('1', kiosk)).status).toBe(403);
    expect((await intake.citizen.post('/intake/v1/queue-tickets')).status).toBe(403);
  });

  it('begins anew the next day, and calls nobody of the day before', async () => {
    intake.system.clock.moveTo(Temporal.Instant.from('2026-11-25T07:00:00+07:00'));
    expect((await call('1')).body).toMatchObject({ status: 409, code: 'QUEUE.EMPTY' });
    expect((await take()).number).toBe(1);
    expect((await call('1')).body).toMatchObject({ number: 1, day: '2026-11-25' });
  });
});
