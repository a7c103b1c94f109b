import { ProcedureVersionAnnouncedV1 } from '@motcua/contracts';
import { type ApiClient, eventually, type Json } from '@motcua/testing';
import { draftBody, type Intake, pdf, procedure, startIntake } from '../testing/intake.fixture.js';

const FREE = { procedureCode: '2.000001' };

describe('the life of a draft', () => {
  let intake: Intake;
  let system: ApiClient;
  beforeAll(async () => {
    intake = await startIntake();
    system = await intake.system.as({ sub: 'portal', roles: ['agency-system'], agency: 'H48' });
  });
  afterAll(() => intake.stop());

  const create = (change: object, client = intake.clerk) =>
    client.post('/intake/v1/dossiers', draftBody({ ...FREE, ...change }));
  const path = (id: string): string => `/intake/v1/dossiers/${id}`;

  it('ends by its author’s word: the draft is gone with its files, its history stays', async () => {
    const { id, etag } = await intake.draft(intake.citizen, FREE, ['DON-DE-NGHI']);
    expect((await intake.otherCitizen.send('DELETE', path(id), { ifMatch: etag })).status).toBe(404);
    expect((await intake.citizen.send('DELETE', path(id), { ifMatch: '"1"' })).status).toBe(412);
    expect((await intake.citizen.send('DELETE', path(id), { ifMatch: etag })).status).toBe(204);
    expect((await intake.citizen.get(path(id))).status).toBe(404);
    const lines = await intake.system.sql<{ action: string }>(
      'SELECT action FROM intake.history WHERE aggregate = $1 ORDER BY n',
      [`dossier/${id}`],
    );
    expect(lines.at(-1)?.action).toBe('draftDeleted');
    const submitted = await intake.submit(intake.citizen, FREE);
    const late = await intake.citizen.send('DELETE', path(submitted.id), { ifMatch: submitted.etag });
    expect(late.body).toMatchObject({ status: 409, code: 'DOSSIER.ACTION_NOT_ALLOWED', action: 'delete' });
  });

  it('of the counter is submitted by the office, and not by the applicant from home', async () => {
    const { id, etag } = await intake.draft(intake.clerk, { ...FREE, channel: 'counter' });
    const fromHome = await intake.citizen.post(`${path(id)}/submission`, undefined, { ifMatch: etag });
    expect(fromHome.body).toMatchObject({
      status: 422,
      code: 'DOSSIER.INCOMPLETE',
      errors: [{ pointer: '/channel', code: 'DOSSIER.CHANNEL_NOT_YOURS' }],
    });
    expect((await intake.clerk.post(`${path(id)}/submission`, undefined, { ifMatch: etag })).status).toBe(201);
  });

  it('is online only from the applicant or a connected system; help at the counter is a mark of its own (R22)', async () => {
    expect((await create({ channel: 'online' })).body).toMatchObject({
      status: 422,
      errors: [{ pointer: '/channel', code: 'DOSSIER.CHANNEL_NOT_YOURS' }],
    });
    expect((await create({ channel: 'counter', assisted: true })).body).toMatchObject({
      errors: [{ pointer: '/assisted' }],
    });
    const { id } = await intake.submit(intake.citizen, { ...FREE, assisted: true });
    expect(await intake.get(intake.clerk, id)).toMatchObject({ channel: 'online', assisted: true });
    const [submitted] = await intake.published(id);
    expect(submitted?.data).toMatchObject({ channel: 'online', assisted: true });
  });

  it('has a portal code that no other dossier has, by which it is found and tracked (R22)', async () => {
    const portalCode = 'G22.99.99-251130-0007';
    const first = await create({ channel: 'counter', portalCode });
    expect(first.status).toBe(201);
    const both = await Promise.all([create({ channel: 'counter', portalCode }), create({ portalCode }, system)]);
    for (const { body } of both)
      expect(body).toMatchObject({
        status: 422,
        errors: [{ pointer: '/portalCode', code: 'DOSSIER.PORTAL_CODE_TAKEN' }],
      });
    const twins = await Promise.all([1, 2, 3].map(() => create({ channel: 'counter', portalCode: 'G22.99.99-1' })));
    expect(twins.map(({ status }) => status).sort()).toEqual([201, 422, 422]);

    const { id } = first.body;
    for (const component of ['DON-DE-NGHI', 'BAN-VE']) await intake.upload(intake.clerk, id, component, pdf(component));
    const { etag } = await intake.get(intake.clerk, id);
    const submitted = await intake.clerk.post(`${path(id)}/submission`, undefined, { ifMatch: etag });
    expect(submitted.status).toBe(201);
    const found = await intake.clerk.get(`/intake/v1/dossiers?portalCode=${portalCode}`);
    expect(found.body.items.map((item: Json) => item.id)).toEqual([id]);
    const tracked = await intake.system.anonymous().get(`/intake/v1/tracking/${portalCode}`);
    expect(tracked.body).toMatchObject({ code: submitted.body.code, status: 'registered' });
  });

  it('warns of what the applicant submitted for the same procedure within the week, until it is accepted; and copies it', async () => {
    const first = await intake.registered(FREE);
    const draft = await intake.draft(intake.citizen, FREE);
    const warning = { id: first.id, code: first.code, status: 'registered' };
    expect((await intake.get(intake.citizen, draft.id)).similar[0]).toMatchObject(warning);
    const submitted = await intake.citizen.post(`/intake/v1/dossiers/${draft.id}/submission`, undefined, {
      ifMatch: draft.etag,
    });
    expect((await intake.get(intake.clerk, draft.id)).similar[0]).toMatchObject(warning);
    // Who only names the number learns nothing of its dossiers.
    const stranger = await intake.draft(intake.otherCitizen, FREE);
    expect((await intake.get(intake.otherCitizen, stranger.id)).similar).toBeUndefined();
    await intake.clerk.post(`/intake/v1/dossiers/${draft.id}/acceptance`, {}, { ifMatch: submitted.etag });
    expect((await intake.get(intake.clerk, draft.id)).similar).toBeUndefined();

    const { status, body } = await intake.citizen.post(`/intake/v1/dossiers/${first.id}/copy`);
    const { applicant, formData, delivery } = await intake.get(intake.citizen, first.id);
    expect([status, body.status, body.code, body.files]).toEqual([201, 'draft', null, []]);
    expect(body).toMatchObject({ applicant, formData, delivery, channel: 'online' });
    expect((await intake.otherCitizen.post(`/intake/v1/dossiers/${first.id}/copy`)).status).toBe(404);
    const atCounter = await intake.clerk.post(`/intake/v1/dossiers/${first.id}/copy`);
    expect(atCounter.body).toMatchObject({ channel: 'counter', submissionAgency: 'H48.12' });
  });

  it('follows the version in force: what is missing, what may be uploaded, and that it has changed (R14)', async () => {
    const code = '2.000077';
    const announce = async (version: number, components: object[]): Promise<void> => {
      const announced = procedure({ code, version, effectiveFrom: '2026-11-01', competentAgencies: null });
      const variants = announced.variants.map((variant) => ({ ...variant, components }));
      await intake.system.foreign.deliver(ProcedureVersionAnnouncedV1, code, { ...announced, variants });
      await eventually(async () => {
        const rows = await intake.system.sql('SELECT FROM intake.procedure_version WHERE code = $1 AND version = $2', [
          code,
          version,
        ]);
        return rows.length === 1;
      });
    };
    const [paper] = procedure().variants[0]?.components ?? [];
    await announce(1, [{ ...paper, code: 'DON', required: true }]);
    const { id } = await intake.draft(intake.citizen, { procedureCode: code }, ['DON']);
    expect(await intake.get(intake.citizen, id)).toMatchObject({ missing: [], versionChange: null });
    const other = await intake.draft(intake.citizen, { procedureCode: code }, ['DON']);
    const registered = await intake.citizen.post(`${path(other.id)}/submission`, undefined, { ifMatch: other.etag });
    expect(registered.status).toBe(201);

    await announce(2, [
      { ...paper, code: 'DON', required: true },
      { ...paper, code: 'BIEN-BAN', required: true },
    ]);
    expect(await intake.get(intake.citizen, id)).toMatchObject({
      missing: ['BIEN-BAN'],
      versionChange: { from: 1, to: 2 },
    });
    const attached = await intake.upload(intake.citizen, id, 'BIEN-BAN');
    expect(attached.status).toBe(201);
    const now = await intake.citizen.post(`${path(id)}/submission`, undefined, { ifMatch: attached.etag });
    expect(now.body).toMatchObject({ procedureVersion: 2 });

    // What was submitted before stays under its version, and the officer sees the difference before accepting.
    expect(await intake.get(intake.clerk, other.id)).toMatchObject({
      procedureVersion: 1,
      versionDifference: { atSubmission: 1, inForce: 2, componentsAdded: ['BIEN-BAN'], competence: null, fee: null },
    });
  });

  it('ends when nobody has worked on it for 90 days, and says so all the while; a paper puts that off', async () => {
    const { passTo, clock } = intake.system;
    const later = (days: number) => passTo(clock.now().add({ hours: 24 * days }));
    const [left, kept] = [await intake.draft(intake.citizen, FREE, []), await intake.draft(intake.citizen, FREE, [])];
    const { statusSince, draftEndsAt } = await intake.get(intake.citizen, left.id);
    const days = Temporal.Instant.from(statusSince).until(Temporal.Instant.from(draftEndsAt)).total('hours') / 24;
    expect(days).toBe(90);
    await later(60);
    await intake.upload(intake.citizen, kept.id, 'DON-DE-NGHI');
    await later(30);
    await eventually(async () => (await intake.citizen.get(path(left.id))).status === 404);
    expect((await intake.citizen.get(path(kept.id))).status).toBe(200);
    const lines = await intake.system.sql<{ actor: string }>(
      "SELECT actor FROM intake.history WHERE aggregate = $1 AND action = 'draftDeleted'",
      [`dossier/${left.id}`],
    );
    expect(lines).toEqual([{ actor: 'system:end-drafts' }]);
  });
});
