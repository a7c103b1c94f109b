import type { ApiClient, ApiResponse } from '@motcua/testing';
import { KIND_CODES } from '../message-kinds/kinds.js';
import { APPLICANT, NotificationStory } from './notification.fixture.js';

const TEMPLATE = '/notification/v1/templates/dossier.stopped';
const text = (word: string) => ({ vi: { subject: word, body: word }, en: { subject: word, body: word } });
const inApp = (word: string) => ({ vi: { title: word, body: word }, en: { title: word, body: word } });
const edited = (word: string) => ({ email: text(word), inApp: inApp(word) });

const refusal = ({ status, body }: ApiResponse): string => `${status} ${String(body?.code)}`;
const pointers = ({ body }: ApiResponse): string[] =>
  (body.errors as { pointer: string; code: string }[]).map(({ pointer, code }) => `${pointer} ${code}`).sort();

describe('notifications over HTTP', () => {
  let story: NotificationStory;
  let clerk: ApiClient;
  let stranger: ApiClient;
  let anonymous: ApiClient;
  let dossierId: string;

  beforeAll(async () => {
    story = await NotificationStory.start();
    await story.agency();
    await story.contact();
    clerk = await story.system.as({ sub: 'clerk-1', roles: ['clerk'], agency: 'H48.12' });
    stranger = await story.system.as({ sub: 'stranger', roles: ['citizen'], citizen_id: '051199000019' });
    anonymous = story.system.anonymous();
    dossierId = await story.submitted();
    await story.moved(dossierId, { from: 'draft', to: 'registered', dueAt: null });
    await story.moved(dossierId, { from: 'registered', to: 'accepted' });
    await story.logWhen(dossierId, (lines) => lines.length === 4 && lines.every(({ state }) => state === 'sent'));
  });
  afterAll(() => story.stop());

  describe('templates', () => {
    it('lists every kind by pages, and shows one with its ETag and what it may name', async () => {
      const first = await story.admin.get('/notification/v1/templates?limit=30');
      expect(first.body.items).toHaveLength(30);
      const link = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
      const second = await story.admin.get(link);
      expect(second.body).toMatchObject({ next: null });
      const codes = [...first.body.items, ...second.body.items].map(({ code }: { code: string }) => code);
      expect(codes).toEqual([...KIND_CODES].sort());
      const one = await story.admin.get(TEMPLATE);
      expect([one.status, one.etag, one.body.edited]).toEqual([200, '"1"', false]);
      expect(one.body.emailVariables).toEqual(expect.arrayContaining(['code', 'reason', 'fullName']));
      expect(one.body.inAppVariables).not.toContain('fullName');
    });

    it('replaces texts, which later messages use, and which a restart does not take back', async () => {
      const path = '/notification/v1/templates/dossier.withdrawn';
      const { etag } = await story.admin.get(path);
      const replaced = await story.admin.put(path, edited('Đã rút {{code}}'), { ifMatch: etag });
      expect([replaced.status, replaced.etag, replaced.body.edited]).toEqual([200, '"2"', true]);
      await story.moved(dossierId, { from: 'accepted', to: 'withdrawn', dueAt: null });
      expect((await story.letter(dossierId, 'dossier.withdrawn')).text).toContain('Đã rút H48.12-261124-0001');
      const { Templates } = await import('../templates/templates.js');
      await story.system.get('notification', Templates).onModuleInit();
      expect((await story.admin.get(path)).etag).toBe('"2"');
      const [line] = await story.system.sql(
        `SELECT actor, action, detail FROM notification.history WHERE aggregate = 'template/dossier.withdrawn'`,
      );
      expect(line).toEqual({ actor: 'admin', action: 'replaced', detail: { version: 2 } });
    });

    it('brings what a later release ships, where nothing was edited', async () => {
      await story.system.sql(
        `UPDATE notification.template SET content = jsonb_set(content, '{inApp,vi,title}', '"cũ"') WHERE code = 'dossier.processed'`,
      );
      const { Templates } = await import('../templates/templates.js');
      await story.system.get('notification', Templates).onModuleInit();
      const { body, etag } = await story.admin.get('/notification/v1/templates/dossier.processed');
      expect([body.inApp.vi.title, etag]).toEqual(['Hồ sơ {{code}} đã giải quyết xong', '"2"']);
    });

    it('tells everything that is wrong with the texts at once', async () => {
      const { etag } = await story.admin.get(TEMPLATE);
      const bad = {
        email: { vi: { subject: '{{ma}}', body: '{{#if' }, en: { subject: 'x', body: '{{{code}}} {{> x}}' } },
        inApp: inApp('{{fullName}}'),
      };
      const answer = await story.admin.put(TEMPLATE, bad, { ifMatch: etag });
      expect(refusal(answer)).toBe('422 TEMPLATE.INVALID');
      expect(pointers(answer)).toEqual([
        '/email/en/body EXPRESSION_NOT_ALLOWED',
        '/email/vi/body TEMPLATE_SYNTAX',
        '/email/vi/subject VARIABLE_UNKNOWN',
        '/inApp/en/body VARIABLE_UNKNOWN',
        '/inApp/en/title VARIABLE_UNKNOWN',
        '/inApp/vi/body VARIABLE_UNKNOWN',
        '/inApp/vi/title VARIABLE_UNKNOWN',
      ]);
      expect((await story.admin.get(TEMPLATE)).etag).toBe(etag);
    });

    it('tells every bad field at once, with pointers', async () => {
      const answer = await story.admin.put(
        TEMPLATE,
        { email: { vi: { subject: '', body: 1 }, en: text('x').en, fr: {} }, inApp: 'x', more: 1 },
        { ifMatch: '"1"' },
      );
      expect(refusal(answer)).toBe('422 REQUEST.INVALID');
      expect([...new Set(pointers(answer).map((line) => line.split(' ')[0]))]).toEqual([
        '/email/fr',
        '/email/vi/body',
        '/email/vi/subject',
        '/inApp',
        '/more',
      ]);
    });

    it('wants the ETag that was seen', async () => {
      expect(refusal(await story.admin.put(TEMPLATE, edited('x')))).toBe('428 REQUEST.PRECONDITION_REQUIRED');
      expect(refusal(await story.admin.put(TEMPLATE, edited('x'), { ifMatch: '"99"' }))).toBe('412 RESOURCE.CHANGED');
      expect(refusal(await story.admin.put(TEMPLATE, edited('x'), { ifMatch: 'W/x' }))).toBe(
        '400 REQUEST.PARAMETER_INVALID',
      );
    });

    it('lets one of two administrators win', async () => {
      const path = '/notification/v1/templates/task.assigned';
      const { etag } = await story.admin.get(path);
      const put = (word: string) => story.admin.put(path, { email: null, inApp: inApp(word) }, { ifMatch: etag });
      const answers = await Promise.all([put('a'), put('b')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    });

    it('knows no other kinds, and is for administrators', async () => {
      for (const code of ['dossier.unknown', 'constructor', "x' OR 1=1--"])
        expect(refusal(await story.admin.get(`/notification/v1/templates/${encodeURIComponent(code)}`))).toBe(
          '404 RESOURCE.NOT_FOUND',
        );
      expect(refusal(await story.citizen.get(TEMPLATE))).toBe('403 ACCESS.FORBIDDEN');
      expect(refusal(await clerk.put(TEMPLATE, edited('x'), { ifMatch: '"1"' }))).toBe('403 ACCESS.FORBIDDEN');
    });
  });

  describe('preferences', () => {
    it('are both channels until somebody says otherwise; the own are found by subject and by applicantRef', async () => {
      const client = await story.system.as({ sub: 'citizen-own', roles: ['citizen'], citizen_id: '051199000018' });
      const path = '/notification/v1/preferences/citizen-own';
      const before = await client.get(path);
      expect(before.body).toEqual({ subject: 'citizen-own', email: true, inApp: true, language: null });
      expect(before.etag).toBe('');
      const wish = { email: false, inApp: true, language: 'en' };
      const made = await client.put(path, wish);
      expect([made.status, made.etag, made.headers.get('location')]).toEqual([201, '"1"', path]);
      expect(refusal(await client.put(path, wish))).toBe('428 REQUEST.PRECONDITION_REQUIRED');
      expect(refusal(await client.put(path, wish, { ifMatch: '"7"' }))).toBe('412 RESOURCE.CHANGED');
      const changed = await client.put(path, { ...wish, language: null }, { ifMatch: '"1"' });
      expect([changed.status, changed.etag]).toEqual([200, '"2"']);
      expect((await client.get(path)).body).toEqual({
        subject: 'citizen-own',
        email: false,
        inApp: true,
        language: null,
      });
    });

    it('hold for the next message, in channel and in language', async () => {
      await story.citizen.put(`/notification/v1/preferences/${APPLICANT}`, {
        email: false,
        inApp: true,
        language: 'en',
      });
      const id = await story.submitted();
      await story.moved(id, { from: 'draft', to: 'registered', dueAt: null });
      const log = await story.logWhen(id, (lines) => lines.length === 2);
      expect(log).toContainEqual(
        expect.objectContaining({ channel: 'email', state: 'notSent', reason: 'channelNotWanted' }),
      );
      const { body } = await story.citizen.get(`/notification/v1/messages?dossierId=${id}`);
      expect(body.items[0]).toMatchObject({ language: 'en', title: 'Application H48.12-261124-0001 received' });
      const { etag } = await story.citizen.get('/notification/v1/preferences/citizen-mau');
      const back = { email: true, inApp: true, language: null };
      expect(
        (await story.citizen.put('/notification/v1/preferences/citizen-mau', back, { ifMatch: etag })).status,
      ).toBe(200);
    });

    it("hides another's as if there were none, but not from an administrator", async () => {
      const path = `/notification/v1/preferences/${APPLICANT}`;
      expect(refusal(await stranger.get(path))).toBe('404 RESOURCE.NOT_FOUND');
      expect(refusal(await stranger.put(path, { email: true, inApp: true, language: null }))).toBe(
        '404 RESOURCE.NOT_FOUND',
      );
      expect((await story.admin.get(path)).status).toBe(200);
    });

    it('tells every bad field at once', async () => {
      const answer = await stranger.put('/notification/v1/preferences/stranger', {
        email: 'yes',
        language: 'fr',
        x: 1,
      });
      expect(refusal(answer)).toBe('422 REQUEST.INVALID');
      expect([...new Set(pointers(answer).map((line) => line.split(' ')[0]))]).toEqual([
        '/email',
        '/inApp',
        '/language',
        '/x',
      ]);
    });

    it('refuses a subject that is none', async () => {
      expect(refusal(await story.admin.get('/notification/v1/preferences/a%00b'))).toBe(
        '400 REQUEST.PARAMETER_INVALID',
      );
    });
  });

  describe('messages', () => {
    const list = async (query = ''): Promise<ApiResponse> =>
      story.citizen.get(`/notification/v1/messages?dossierId=${dossierId}${query}`);

    it('come newest first, page by page, without a gap', async () => {
      const all = (await list()).body.items as { id: string }[];
      const seen: string[] = [];
      let path: string | undefined = `/notification/v1/messages?dossierId=${dossierId}&limit=1`;
      while (path !== undefined) {
        const page: ApiResponse = await story.citizen.get(path);
        seen.push(...(page.body.items as { id: string }[]).map(({ id }) => id));
        path = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
      }
      expect(seen).toEqual(all.map(({ id }) => id));
      expect(new Set(seen).size).toBe(all.length);
    });

    it('are marked as read, once, by whoever they are for', async () => {
      const [message] = (await list('&unread=true')).body.items as { id: string; version: number }[];
      const path = `/notification/v1/messages/${message?.id}`;
      const { etag } = await story.citizen.get(path);
      expect(etag).toBe('"1"');
      expect(refusal(await stranger.post(`${path}/read`, undefined, { ifMatch: etag }))).toBe('404 RESOURCE.NOT_FOUND');
      expect(refusal(await story.citizen.post(`${path}/read`))).toBe('428 REQUEST.PRECONDITION_REQUIRED');
      expect(
        refusal(await story.citizen.post(`${path}/read`, undefined, { ifMatch: etag, idempotencyKey: null })),
      ).toBe('400 IDEMPOTENCY.KEY_REQUIRED');
      const request = { ifMatch: etag, idempotencyKey: 'read-it' };
      const read = await story.citizen.post(`${path}/read`, undefined, request);
      expect([read.status, read.etag]).toEqual([200, '"2"']);
      expect(read.body.readAt).not.toBeNull();
      const again = await story.citizen.post(`${path}/read`, undefined, request);
      expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
      expect(again.body).toEqual(read.body);
      expect(refusal(await story.citizen.post(`${path}/read`, undefined, { ifMatch: etag }))).toBe(
        '412 RESOURCE.CHANGED',
      );
      const other = ((await list()).body.items as { id: string }[]).find(({ id }) => id !== message?.id);
      expect(refusal(await story.citizen.post(`/notification/v1/messages/${other?.id}/read`, undefined, request))).toBe(
        '422 IDEMPOTENCY.KEY_REUSED',
      );
      expect((await list('&unread=true')).body.items).not.toContainEqual(expect.objectContaining({ id: message?.id }));
    });

    it('are nobody else’s, not even an administrator’s', async () => {
      const [message] = (await list()).body.items as { id: string }[];
      for (const client of [stranger, clerk, story.admin])
        expect(refusal(await client.get(`/notification/v1/messages/${message?.id}`))).toBe('404 RESOURCE.NOT_FOUND');
      expect((await story.admin.get('/notification/v1/messages')).body.items).toEqual([]);
    });
  });

  describe('the delivery log', () => {
    it('shows an applicant their own, an administrator all, and a stranger none', async () => {
      const path = `/notification/v1/deliveries?dossierId=${dossierId}&channel=email`;
      const own = await story.citizen.get(path);
      expect(own.body.items.length).toBeGreaterThanOrEqual(2);
      expect((await story.admin.get(path)).body.items).toEqual(own.body.items);
      expect((await stranger.get(path)).body.items).toEqual([]);
      const one = `/notification/v1/deliveries/${own.body.items[0].id}`;
      expect((await story.citizen.get(one)).body).toEqual(own.body.items[0]);
      expect(refusal(await stranger.get(one))).toBe('404 RESOURCE.NOT_FOUND');
    });

    it('narrows by dossier, state and channel together, own or all', async () => {
      for (const client of [story.citizen, story.admin]) {
        const count = async (query: string): Promise<number> =>
          (await client.get(`/notification/v1/deliveries?${query}`)).body.items.length;
        const of = `dossierId=${dossierId}`;
        const sent = await count(`${of}&state=sent`);
        expect(sent).toBeGreaterThanOrEqual(4);
        expect(await count(`${of}&state=sent&channel=email`)).toBe(sent / 2);
        expect(await count(`${of}&state=failed`)).toBe(0);
        expect(await count('state=failed')).toBe(0);
        expect(await count('')).toBeGreaterThan(sent);
      }
    });

    it('lets only an administrator have mail tried again', async () => {
      const { body } = await story.citizen.get(`/notification/v1/deliveries?dossierId=${dossierId}`);
      const path = `/notification/v1/deliveries/${body.items[0].id}/retry`;
      expect(refusal(await story.citizen.post(path, undefined, { ifMatch: '"1"' }))).toBe('404 RESOURCE.NOT_FOUND');
    });
  });

  describe('refuses', () => {
    const lists = ['/notification/v1/messages', '/notification/v1/deliveries', '/notification/v1/templates'];

    it.each(lists)('unknown, malformed and hostile parameters of %s', async (path) => {
      for (const query of ['x=1', 'limit=0', 'limit=201', 'limit=1;DROP', 'cursor=zzz', `cursor=${'a'.repeat(1001)}`])
        expect(refusal(await story.admin.get(`${path}?${query}`))).toBe('400 REQUEST.PARAMETER_INVALID');
    });

    it('a cursor of another list', async () => {
      const cursor = Buffer.from(JSON.stringify(["x'; DROP TABLE message; --"])).toString('base64url');
      for (const path of lists.slice(0, 2))
        expect(refusal(await story.admin.get(`${path}?cursor=${cursor}`))).toBe('400 REQUEST.PARAMETER_INVALID');
    });

    it('filters that are no ids and no states', async () => {
      for (const query of ['dossierId=1', 'state=lost', "state=sent' OR '1'='1", 'channel=sms'])
        expect(refusal(await story.admin.get(`/notification/v1/deliveries?${encodeURI(query)}`))).toBe(
          '400 REQUEST.PARAMETER_INVALID',
        );
      expect(refusal(await story.admin.get('/notification/v1/messages/not-a-uuid'))).toMatch(/^400 /);
    });

    it.each([...lists, '/notification/v1/preferences/x'])('whoever has no valid token: %s', async (path) => {
      expect(refusal(await anonymous.get(path))).toBe('401 ACCESS.UNAUTHENTICATED');
      for (const flaws of [
        { expiresAt: 1_000_000_000 },
        { foreignKey: true },
        { audience: 'https://other.example' },
        { typ: 'JWT' },
      ]) {
        const token = await story.system.issuer.token({ sub: 'admin', roles: ['admin'] }, flaws);
        expect(refusal(await anonymous.get(path, { token }))).toBe('401 ACCESS.UNAUTHENTICATED');
      }
    });

    it('a scope without a role that may use it, and a role without the scope', async () => {
      const noScope = await story.system.as({ sub: 'admin', roles: ['admin'], scope: 'dossier.read' });
      const noRole = await story.system.as({
        sub: 'x',
        roles: ['agency-system'],
        scope: 'notification.read template.write',
      });
      for (const path of lists) {
        expect(refusal(await noScope.get(path))).toBe('403 ACCESS.FORBIDDEN');
        expect(refusal(await noRole.get(path))).toBe('403 ACCESS.FORBIDDEN');
      }
    });

    it('JSON that is malformed, or too large', async () => {
      const path = '/notification/v1/preferences/admin';
      expect(refusal(await story.admin.put(path, '{"email": '))).toBe('400 REQUEST.MALFORMED');
      const large = JSON.stringify({ email: 'x'.repeat(1_100_000) });
      expect(refusal(await story.admin.put(path, large))).toBe('413 REQUEST.TOO_LARGE');
      expect(refusal(await story.admin.put(path, []))).toBe('422 REQUEST.INVALID');
    });
  });
});
