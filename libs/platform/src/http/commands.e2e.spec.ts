import { randomUUID } from 'node:crypto';
import { Refusal } from '@motcua/kernel';
import { type ApiClient, startTestSystem, type TestSystem } from '@motcua/testing';
import { Commands } from '../commands/commands.js';
import { notebook } from '../testing/notebook.fixture.js';
import { WRITE_NOTE } from '../testing/write-note.fixture.js';

describe('a command over HTTP', () => {
  let system: TestSystem;
  let clerk: ApiClient;
  const notes = '/notebook/v1/notes';
  const count = async (table: string): Promise<number> =>
    Number((await system.sql<{ n: number }>(`SELECT count(*) AS n FROM notebook.${table}`))[0]?.n);
  const counts = async (): Promise<number[]> => Promise.all(['note', 'outbox', 'history', 'idempotency'].map(count));

  beforeAll(async () => {
    system = await startTestSystem([notebook(), notebook('other')]);
    clerk = await system.as({ sub: 'clerk', roles: ['clerk'], agency: 'H48.12' });
  });
  afterAll(() => system.stop());

  it('writes state, event, history and answer together', async () => {
    const before = await counts();
    const answer = await clerk.post(notes, { title: 'first' });
    expect(answer).toMatchObject({ status: 201, etag: '"1"', body: { title: 'first', version: 1 } });
    expect(answer.headers.get('location')).toBe(`${notes}/${answer.body.id}`);
    expect(await counts()).toEqual(before.map((n) => n + 1));
  });

  it.each([
    ['refuse me', 409, 'NOTE.REFUSED'],
    ['break me', 500, 'SERVICE.FAULT'],
  ])('leaves nothing half-written when the work ends with: %s', async (title, status, code) => {
    const before = await counts();
    const answer = await clerk.post(notes, { title });
    expect(answer).toMatchObject({ status, body: { status, code } });
    expect(answer.text).not.toContain('programmer');
    expect(await counts()).toEqual(before);
  });

  it('leaves no state behind whose event cannot be recorded', async () => {
    const before = await counts();
    await system.sql('ALTER TABLE notebook.outbox ADD CONSTRAINT nothing_more CHECK (false) NOT VALID');
    try {
      expect(await clerk.post(notes, { title: 'unheard' })).toMatchObject({ status: 500 });
    } finally {
      await system.sql('ALTER TABLE notebook.outbox DROP CONSTRAINT nothing_more');
    }
    expect(await counts()).toEqual(before);
  });

  it('needs an idempotency key', async () => {
    const answer = await clerk.post(notes, { title: 'x' }, { idempotencyKey: null });
    expect(answer).toMatchObject({ status: 400, body: { code: 'IDEMPOTENCY.KEY_REQUIRED' } });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it('answers a repeated key with the kept answer, and does nothing again', async () => {
    const idempotencyKey = randomUUID();
    const first = await clerk.post(notes, { title: 'once' }, { idempotencyKey });
    const before = await counts();
    const again = await clerk.post(notes, { title: 'once' }, { idempotencyKey });
    expect(again).toMatchObject({ status: 201, body: first.body, etag: first.etag });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    expect(await counts()).toEqual(before);
  });

  it('refuses a key that was used for another body', async () => {
    const idempotencyKey = randomUUID();
    await clerk.post(notes, { title: 'one' }, { idempotencyKey });
    expect(await clerk.post(notes, { title: 'two' }, { idempotencyKey })).toMatchObject({
      status: 422,
      body: { code: 'IDEMPOTENCY.KEY_REUSED' },
    });
  });

  it('keeps the keys of different clients apart', async () => {
    const idempotencyKey = randomUUID();
    const other = await system.as({ sub: 'other-clerk', roles: ['clerk'], agency: 'H48.12' });
    const first = await clerk.post(notes, { title: 'mine' }, { idempotencyKey });
    const second = await other.post(notes, { title: 'theirs' }, { idempotencyKey });
    expect(second.status).toBe(201);
    expect(second.body.id).not.toBe(first.body.id);
  });

  it('has one effect when the same request comes many times at once, and tells the others to come back', async () => {
    const idempotencyKey = randomUUID();
    const before = await count('note');
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => clerk.post(notes, { title: 'race' }, { idempotencyKey })),
    );
    expect(await count('note')).toBe(before + 1);
    const ids = new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.id as number));
    expect(ids.size).toBe(1);
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      expect(answer).toMatchObject({ status: 409, body: { code: 'IDEMPOTENCY.IN_FLIGHT' } });
      expect(answer.headers.get('retry-after')).toBe('1');
    }
  });

  it('needs to know which version the caller saw, and lets one of two win', async () => {
    const { body } = await clerk.post(notes, { title: 'contested' });
    const path = `${notes}/${body.id}/title`;
    expect(await clerk.post(path, { title: 'a' })).toMatchObject({
      status: 428,
      body: { code: 'REQUEST.PRECONDITION_REQUIRED' },
    });
    expect(await clerk.post(path, { title: 'a' }, { ifMatch: '"1", "2"' })).toMatchObject({ status: 400 });
    const answers = await Promise.all(['a', 'b'].map((title) => clerk.post(path, { title }, { ifMatch: '"1"' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(answers.find(({ status }) => status === 412)?.body).toMatchObject({
      code: 'RESOURCE.CHANGED',
      currentETag: '"2"',
    });
  });

  it('is answered 503 with Retry-After where 2,000 wait already, and is taken again afterwards', async () => {
    const gate = Promise.withResolvers<undefined>();
    const held: typeof WRITE_NOTE = {
      ...WRITE_NOTE,
      facts: async (_, commands) => {
        await gate.promise;
        return commands.map(() => new Refusal<'NOTE.REFUSED'>('NOTE.REFUSED'));
      },
    };
    const commands = system.get('other', Commands);
    // Two groups of one are in work; the others wait.
    const waiting = Array.from({ length: 2_002 }, () => commands.run(held, { title: 'held', actor: 'clerk' }));
    const ended = Promise.allSettled(waiting);
    const idempotencyKey = randomUUID();
    const refused = await clerk.post('/other/v1/notes', { title: 'late' }, { idempotencyKey });
    expect(refused).toMatchObject({ status: 503, body: { code: 'SERVICE.UNAVAILABLE' } });
    expect(refused.headers.get('retry-after')).toBe('2');
    gate.resolve(undefined);
    expect((await ended).filter(({ status }) => status === 'rejected')).toHaveLength(2_002);
    expect(await clerk.post('/other/v1/notes', { title: 'late' }, { idempotencyKey })).toMatchObject({ status: 201 });
  });

  it('answers a path that cannot be read, or is too long, as it answers all that is refused', async () => {
    expect(await clerk.get(`${notes}/%ff`)).toMatchObject({ status: 400, body: { code: 'REQUEST.MALFORMED' } });
    const long = await clerk.get(`/notebook/v1/notes/${'a'.repeat(101)}/title`);
    expect(long).toMatchObject({ status: 404, body: { code: 'REQUEST.ROUTE_UNKNOWN' } });
    expect(long.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  });

  it('says of each answer to a token that nobody keeps it, and of every answer that it is what it says it is', async () => {
    const { headers } = await clerk.get(notes);
    expect([headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual(['no-store', 'nosniff']);
    const live = await system.anonymous().get('/notebook/health/live');
    expect([live.headers.get('cache-control'), live.headers.get('x-content-type-options')]).toEqual([null, 'nosniff']);
  });

  it('takes an ETag that a compressing proxy made weak for the version that it names', async () => {
    const { body } = await clerk.post(notes, { title: 'behind a proxy' });
    const path = `${notes}/${body.id}/title`;
    expect(await clerk.post(path, { title: 'a' }, { ifMatch: 'W/"1"' })).toMatchObject({ status: 200 });
    expect(await clerk.post(path, { title: 'b' }, { ifMatch: 'W/"1"' })).toMatchObject({ status: 412 });
  });

  it('names every wrong field at once, with a pointer and words in the language of the caller', async () => {
    const wrong = { title: '', weight: 11, labels: ['a', 'b', 'c'], colour: 'red' };
    const english = await clerk.post(notes, wrong, { headers: { 'accept-language': 'en' } });
    expect(english).toMatchObject({
      status: 422,
      body: { code: 'REQUEST.INVALID', title: 'The request has invalid fields' },
    });
    const pointers = english.body.errors.map(({ pointer }: { pointer: string }) => pointer) as string[];
    expect(new Set(pointers)).toEqual(new Set(['/title', '/weight', '/labels', '/colour']));
    const vietnamese = await clerk.post(notes, wrong);
    expect(vietnamese.body.title).toBe('Dữ liệu gửi lên chưa hợp lệ');
    expect(vietnamese.headers.get('content-language')).toBe('vi');
  });

  it.each([
    ['a list', '[]', 422],
    ['null', 'null', 422],
    ['nothing', '', 400],
    ['broken JSON', '{"title":', 400],
    ['a poisoned prototype', '{"__proto__":{"admin":true},"title":"x"}', 400],
  ])('refuses %s as a body', async (_, body, status) => {
    const answer = await clerk.post(notes, body);
    expect(answer.status).toBe(status);
    expect(answer.body.code).toMatch(/^REQUEST\./);
  });

  it('refuses a body beyond the limit, and one of another media type', async () => {
    expect(await clerk.post(notes, { title: 'x'.repeat(2_000_000) })).toMatchObject({
      status: 413,
      body: { code: 'REQUEST.TOO_LARGE' },
    });
    expect(await clerk.post(notes, '<a/>', { headers: { 'content-type': 'application/xml' } })).toMatchObject({
      status: 415,
      body: { code: 'REQUEST.MEDIA_TYPE' },
    });
  });

  it('refuses parameters that it does not know, and limits and cursors that make no sense', async () => {
    for (const query of ['?color=red', '?limit=0', '?limit=201', '?limit=ten', '?cursor=%22%27%3B--']) {
      expect(await clerk.get(`${notes}${query}`)).toMatchObject({
        status: 400,
        body: { code: 'REQUEST.PARAMETER_INVALID' },
      });
    }
  });

  it('refuses text that no database can store, wherever it stands, before anything reads it', async () => {
    for (const title of ['a\u0000b', 'half a pair \ud800']) {
      const answer = await clerk.post(notes, { title, labels: [title] });
      expect(answer).toMatchObject({ status: 422, body: { code: 'REQUEST.INVALID' } });
      expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/title', '/labels/0']);
    }
    expect(await clerk.post(notes, '{"a\\u0000b":1,"title":"x"}')).toMatchObject({ status: 422 });
    expect(await clerk.get(`${notes}?cursor=a%00b`)).toMatchObject({
      status: 400,
      body: { code: 'REQUEST.PARAMETER_INVALID' },
    });
    expect(await clerk.post(`${notes}/a%00b/title`, { title: 'x' }, { ifMatch: '"1"' })).toMatchObject({ status: 400 });
  });

  it('refuses an array, or anything else, in the place of an object of a list', async () => {
    for (const entry of [[], [[]], 'x', 1, null]) {
      const answer = await clerk.post(notes, { title: 'x', links: [entry] });
      expect(answer).toMatchObject({ status: 422, body: { code: 'REQUEST.INVALID' } });
      expect(answer.body.errors[0].pointer).toMatch(/^\/links/);
    }
    expect(await clerk.post(notes, { title: 'x', links: [{ href: 'https://example.test' }] })).toMatchObject({
      status: 201,
    });
  });

  it('refuses parameters where nothing reads any', async () => {
    const answer = await clerk.post(`${notes}?dry=true&x=1`, { title: 'x' });
    expect(answer).toMatchObject({ status: 400, body: { code: 'REQUEST.PARAMETER_INVALID' } });
    expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/dry', '/x']);
    expect((await system.anonymous().get('/notebook/health/live?probe=1')).status).toBe(200);
  });

  it('gives pages that follow each other through Link, without gap or overlap', async () => {
    const total = await count('note');
    const seen: number[] = [];
    for (let path: string | undefined = `${notes}?limit=3`; path !== undefined;) {
      const page = await clerk.get(path);
      seen.push(...page.body.items.map(({ id }: { id: number }) => id));
      path = /^<([^>]+)>; rel="next"$/.exec(page.headers.get('link') ?? '')?.[1];
    }
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
    expect(seen).toHaveLength(total);
  });

  it("cannot read another service's schema through its own role", async () => {
    const roles = await system.sql<{ role: string; other: string; allowed: boolean }>(`
      SELECT r.rolname AS role, n.nspname AS other, has_schema_privilege(r.rolname, n.nspname, 'USAGE') AS allowed
      FROM pg_roles r, pg_namespace n
      WHERE r.rolname IN ('motcua_notebook', 'motcua_other') AND n.nspname IN ('notebook', 'other', 'transport', 'public')`);
    for (const { role, other, allowed } of roles)
      expect({ role, other, allowed }).toEqual({ role, other, allowed: role === `motcua_${other}` });
    await expect(system.query('notebook', 'SELECT * FROM other.note')).rejects.toThrow('permission denied');
    await expect(system.query('notebook', 'CREATE TABLE notebook.mine (id int)')).rejects.toThrow('permission denied');
    await expect(system.query('notebook', 'DELETE FROM notebook.history')).rejects.toThrow('permission denied');
    await expect(system.query('notebook', `UPDATE notebook.history SET actor = 'x'`)).rejects.toThrow(
      'permission denied',
    );
  });

  it('answers 404 as a problem where there is nothing, and carries on the trace of its caller', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const answer = await clerk.get('/notebook/v1/nowhere', {
      headers: { traceparent: `00-${trace}-00f067aa0ba902b7-01` },
    });
    expect(answer).toMatchObject({ status: 404, body: { code: 'REQUEST.ROUTE_UNKNOWN', traceId: trace } });
    expect(answer.headers.get('traceparent')).toContain(trace);
  });

  it('shows kept events to an administrator only, and says when there is no such event', async () => {
    const admin = await system.as({ sub: 'admin', roles: ['admin'] });
    expect(await clerk.get('/notebook/v1/parked-events')).toMatchObject({ status: 403 });
    expect(await admin.get('/notebook/v1/parked-events')).toMatchObject({
      status: 200,
      body: { items: [], next: null },
    });
    const path = `/notebook/v1/parked-events/${randomUUID()}`;
    for (const decision of ['retry', 'discard', 'missing-discard']) {
      const answer = await admin.post(`${path}/${decision}`, decision === 'retry' ? {} : { reason: 'given up' });
      expect(answer).toMatchObject({ status: 404, body: { code: 'PARKED_EVENT.NOT_FOUND' } });
    }
  });

  it('tells its health', async () => {
    const open = system.anonymous();
    expect(await open.get('/notebook/health/live')).toMatchObject({ status: 200 });
    expect(await open.get('/notebook/health/ready')).toMatchObject({
      status: 200,
      body: { checks: { database: 'ok', transport: 'ok' } },
    });
  });

  it('measures its requests, its outbox and inbox, and its connections, at the first scrape already', async () => {
    const open = system.anonymous();
    const metrics = (await open.get('/notebook/metrics')).text;
    expect(metrics).toContain('motcua_http_request_duration_seconds_bucket{le="0.005",service="notebook"');
    expect(metrics).toMatch(/motcua_outbox_unpublished_events\{service="notebook"\} \d/);
    expect(metrics).toContain('motcua_inbox_held_up_keys{state="parked",service="notebook"} 0');
    expect(metrics).toMatch(/motcua_inbox_oldest_kept_seconds\{service="notebook"\} 0/);
    expect(metrics).toMatch(/motcua_outbox_oldest_unpublished_timestamp_seconds\{service="notebook"\} \d{10}/);
    expect(metrics).toMatch(/motcua_relay_delay_seconds_count\{service="notebook"\} [1-9]/);
    expect(metrics).toContain('motcua_transport_up{service="notebook"} 1');
    expect(metrics).toMatch(/motcua_database_pool_connections\{state="limit",service="notebook"\} 10/);
  });

  it('describes what its commands ask for, and how they are refused', async () => {
    const { body } = await system.anonymous().get('/notebook/openapi.json');
    expect(body).toMatchObject({ openapi: '3.1.0', paths: { '/notebook/v1/notes': { post: {} } } });
    const headers = (path: string, method: string): string[] =>
      body.paths[path][method].parameters
        .filter((one: { in: string }) => one.in === 'header')
        .map((one: { name: string }) => one.name);
    expect(headers('/notebook/v1/notes', 'post')).toEqual(['Idempotency-Key']);
    expect(headers('/notebook/v1/notes/{id}/title', 'post')).toEqual(['If-Match', 'Idempotency-Key']);
    expect(
      body.paths['/notebook/v1/notes'].post.responses.default.content['application/problem+json'].schema.$ref,
    ).toBe('#/components/schemas/Problem');
  });

  it('describes every shape that its description refers to, and can be browsed', async () => {
    const { body } = await system.anonymous().get('/notebook/openapi.json');
    const references = [...JSON.stringify(body).matchAll(/"#\/components\/schemas\/([^"]*)"/g)].map(([, name]) => name);
    expect(references.length).toBeGreaterThan(3);
    expect(references.filter((name) => !(name! in body.components.schemas))).toEqual([]);
    expect((await system.anonymous().get('/notebook/docs')).text).toContain('swagger');
  });
});
