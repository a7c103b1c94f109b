import { type ApiClient, type ApiResponse, startTestSystem, type TestSystem } from '@motcua/testing';
import { notebook } from '../testing/notebook.fixture.js';

describe('a body that a service is sent', () => {
  let system: TestSystem;
  let clerk: ApiClient;
  const notes = '/notebook/v1/notes';
  const sent = async (body: string | Uint8Array, contentType = 'application/json'): Promise<ApiResponse> =>
    clerk.post(notes, body, { headers: { 'content-type': contentType, 'accept-language': 'en' } });

  beforeAll(async () => {
    system = await startTestSystem([notebook()]);
    clerk = await system.as({ sub: 'clerk', roles: ['clerk'], agency: 'H48.12' });
  });
  afterAll(() => system.stop());

  it('is refused when its bytes are not UTF-8, and nothing of it is kept with letters replaced', async () => {
    const windows1258 = Buffer.concat([Buffer.from('{"title":"Nguy'), Buffer.from([0xea, 0xde]), Buffer.from('n"}')]);
    expect(await sent(windows1258)).toMatchObject({
      status: 400,
      body: {
        code: 'REQUEST.MALFORMED',
        errors: [
          { pointer: '', code: 'NOT_UTF8', detail: 'The body is not UTF-8; convert it to UTF-8 and send it again.' },
        ],
      },
    });
  });

  it('is refused when it says that it is in another encoding', async () => {
    expect(await sent('{"title":"a"}', 'application/json; charset=windows-1258')).toMatchObject({
      status: 415,
      body: { code: 'REQUEST.MEDIA_TYPE', errors: [{ code: 'NOT_UTF8' }] },
    });
    expect(await sent('{"title":"a"}', 'application/json; charset=UTF-8')).toMatchObject({ status: 201 });
  });

  it.each([['text/plain'], ['application/x-www-form-urlencoded'], ['application/xml']])(
    'is not taken as %s, which no operation offers',
    async (contentType) => {
      expect(await sent('title=a', contentType)).toMatchObject({ status: 415, body: { code: 'REQUEST.MEDIA_TYPE' } });
    },
  );

  it.each([
    ['TOO_DEEP', `${'{"a":'.repeat(6_000)}1${'}'.repeat(6_000)}`],
    ['TOO_DEEP', '['.repeat(100_000)],
    ['TOO_MANY_MEMBERS', JSON.stringify(Object.fromEntries(Array.from({ length: 40_000 }, (_, n) => [`k${n}`, 1])))],
    ['TOO_MANY_VALUES', `{"links":[${'{},'.repeat(300_000)}{}]}`],
  ])('is refused before it becomes a value when it would stop others: %s', async (code, body) => {
    expect(await sent(body)).toMatchObject({
      status: 413,
      body: { code: 'REQUEST.TOO_LARGE', errors: [{ pointer: '', code }] },
    });
  });

  it('has one fault for a list that is too long, whose elements are not looked at', async () => {
    const links = Array.from({ length: 5_000 }, () => ({}));
    const answer = await sent(JSON.stringify({ title: 'a', links }));
    expect(answer).toMatchObject({ status: 422, body: { code: 'REQUEST.INVALID' } });
    expect(answer.body.errors).toEqual([
      { pointer: '/links', code: 'ARRAY_MAX_SIZE', detail: 'The list must contain no more than 200 elements.' },
    ]);
  });

  it('has a hundred faults at most', async () => {
    const strange = Object.fromEntries(Array.from({ length: 900 }, (_, n) => [`k${n}`, 1]));
    const unknown = await sent(JSON.stringify({ title: 'a', ...strange }));
    expect(unknown.status).toBe(422);
    expect(unknown.body.errors).toHaveLength(100);
    expect(unknown.body.errors[0]).toMatchObject({ pointer: '/k0', code: 'UNKNOWN_FIELD' });
    const wrong = await sent(JSON.stringify({ title: 'a', links: Array.from({ length: 200 }, () => ({ no: 1 })) }));
    expect(wrong.body.errors).toHaveLength(100);
  });

  it('has its texts composed, and freed of what nobody sees, before anything is decided on them', async () => {
    const decomposed = await clerk.post(notes, { title: 'Bản chụp bị mờ'.normalize('NFD') });
    expect(decomposed).toMatchObject({ status: 201, body: { title: 'Bản chụp bị mờ' } });
    expect((await clerk.post(notes, { title: '\u202eMẫu\u200b' })).body.title).toBe('Mẫu');
    expect(await clerk.post(notes, { title: '\u200b\u200b' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/title' }, { pointer: '/title' }] },
    });
  });

  it('is read from a stranger only when it is small, and then refused for want of a token', async () => {
    const stranger = system.anonymous();
    const large = JSON.stringify({ title: 'a'.repeat(70_000) });
    // Not JSON at all: were it read, that would be the fault.
    for (const body of ['{'.repeat(70_000), large])
      expect(await stranger.post(notes, body)).toMatchObject({ status: 401, body: { code: 'ACCESS.UNAUTHENTICATED' } });
    expect(await clerk.post(notes, { title: 'b' })).toMatchObject({ status: 201 });
  });
});
