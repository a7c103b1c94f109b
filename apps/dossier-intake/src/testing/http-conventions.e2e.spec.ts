import { CITIZEN_ID, draftBody, type Intake, startIntake } from './intake.fixture.js';

describe('what every request to intake must be', () => {
  let intake: Intake;
  beforeAll(async () => {
    intake = await startIntake();
  });
  afterAll(() => intake.stop());

  const claims = { sub: 'citizen', roles: ['citizen'], citizen_id: CITIZEN_ID } as const;

  it.each([
    ['expired', { expiresAt: 1 }],
    ['of a foreign issuer', { issuer: 'https://elsewhere.example' }],
    ['for another audience', { audience: 'https://elsewhere.example' }],
    ['signed with a foreign key', { foreignKey: true }],
    ['of another type', { typ: 'JWT' }],
  ])('refuses a token that is %s', async (_, flaws) => {
    const token = await intake.system.issuer.token(claims, flaws);
    const { status, body, headers } = await intake.system
      .anonymous()
      .post('/intake/v1/dossiers', draftBody(), { token });
    expect([status, body.code]).toEqual([401, 'ACCESS.UNAUTHENTICATED']);
    expect(headers.get('www-authenticate')).toContain('Bearer');
  });

  it('refuses an unsigned token, and none', async () => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${part({ alg: 'none', typ: 'at+jwt' })}.${part({ ...claims, iss: intake.system.issuer.url, exp: 9999999999 })}.`;
    for (const token of [unsigned, undefined])
      expect(
        (await intake.system.anonymous().get('/intake/v1/dossiers', token === undefined ? {} : { token })).status,
      ).toBe(401);
  });

  it('refuses a scope that the token was not granted', async () => {
    const reader = await intake.system.as({ ...claims, scope: 'dossier.read' });
    expect((await reader.post('/intake/v1/dossiers', draftBody())).body).toMatchObject({
      status: 403,
      code: 'ACCESS.FORBIDDEN',
      requiredScope: 'dossier.submit',
    });
  });

  it.each([
    ['malformed JSON', '{"procedureCode": ', 400, 'REQUEST.MALFORMED'],
    ['JSON that would reach a prototype', '{"__proto__": {"x": 1}}', 400, 'REQUEST.MALFORMED'],
    ['a list', '[]', 422, 'REQUEST.INVALID'],
    ['oversized JSON', JSON.stringify({ formData: { x: 'x'.repeat(1_100_000) } }), 413, 'REQUEST.TOO_LARGE'],
  ])('refuses %s', async (_, body, status, code) => {
    expect((await intake.citizen.post('/intake/v1/dossiers', body)).body).toMatchObject({ status, code });
  });

  it('refuses another media type', async () => {
    expect(
      (
        await intake.citizen.post('/intake/v1/dossiers', '<dossier/>', {
          headers: { 'content-type': 'application/xml' },
        })
      ).body,
    ).toMatchObject({ status: 415, code: 'REQUEST.MEDIA_TYPE' });
  });

  it('needs an idempotency key on every POST, and takes it once', async () => {
    expect(
      (await intake.citizen.post('/intake/v1/dossiers', draftBody(), { idempotencyKey: null })).body,
    ).toMatchObject({ status: 400, code: 'IDEMPOTENCY.KEY_REQUIRED' });
    const first = await intake.citizen.post('/intake/v1/dossiers', draftBody(), { idempotencyKey: 'one' });
    const again = await intake.citizen.post('/intake/v1/dossiers', draftBody(), { idempotencyKey: 'one' });
    expect([again.body.id, again.headers.get('idempotent-replayed'), again.headers.get('location')]).toEqual([
      first.body.id,
      'true',
      first.headers.get('location'),
    ]);
    expect(
      (await intake.citizen.post('/intake/v1/dossiers', draftBody({ language: 'en' }), { idempotencyKey: 'one' })).body,
    ).toMatchObject({ status: 422, code: 'IDEMPOTENCY.KEY_REUSED' });
    expect(
      (await intake.otherCitizen.post('/intake/v1/dossiers', draftBody(), { idempotencyKey: 'one' })).body.id,
    ).not.toBe(first.body.id);
  });

  it("answers another's dossier, and none at all, with the same 404", async () => {
    const { id } = await intake.submit();
    const foreign = await intake.otherCitizen.get(`/intake/v1/dossiers/${id}`);
    const none = await intake.otherCitizen.get('/intake/v1/dossiers/01900000-0000-7000-8000-000000000000');
    expect([foreign.body.code, foreign.status]).toEqual([none.body.code, none.status]);
    expect(foreign.status).toBe(404);
    for (const path of ['history', 'forms/01'])
      expect((await intake.otherCitizen.get(`/intake/v1/dossiers/${id}/${path}`)).status).toBe(404);
    expect(
      (await intake.otherCitizen.post(`/intake/v1/dossiers/${id}/withdrawal`, { reason: 'x' }, { ifMatch: '"4"' }))
        .status,
    ).toBe(404);
    expect((await intake.citizen.get('/intake/v1/dossiers/not-a-uuid')).status).toBe(400);
  });

  it('describes itself in OpenAPI 3.1, every operation with its scope, for any token, or public', async () => {
    const { body } = await intake.system.anonymous().get('/intake/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const operations = Object.entries(body.paths as Record<string, Record<string, Record<string, unknown>>>).filter(
      ([path]) => path.includes('/v1/'),
    );
    expect(operations.length).toBeGreaterThan(15);
    for (const [path, methods] of operations)
      for (const [method, operation] of Object.entries(methods)) {
        // The post signs what it notifies of.
        const open = /\/tracking\/|\/postal-service\/notices$/.test(path) ? 'public' : 'nothing';
        const asked = operation['x-required-scope'] ?? (operation['security'] ? 'any token' : open);
        const described = `${method} ${path}: ${JSON.stringify(asked)}`;
        expect(described).not.toMatch(/nothing/);
        expect(operation['summary']).toBeTruthy();
      }
  });
});
