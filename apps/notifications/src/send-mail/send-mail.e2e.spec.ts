import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ReceiptIssuedV1, sampleOf } from '@motcua/contracts';
import { type EventTransport, FileStore, identityHash, UnitOfWork } from '@motcua/platform';
import { MailServer } from '../testing/mail-server.fixture.js';
import { NotificationStory } from '../testing/notification.fixture.js';
import { MailDispatcher } from './mail-dispatcher.js';
import { OutboundMail } from './outbound-mail.js';

const registered = { from: 'draft', to: 'registered', dueAt: null } as const;

describe('sending mail through a real SMTP server', () => {
  const server = new MailServer();
  let story: NotificationStory;
  let people = 0;

  beforeAll(async () => {
    await server.start();
    story = await NotificationStory.start({
      MOTCUA_SMTP_URL: server.url,
      MOTCUA_MAIL_ATTEMPTS: '3',
      MOTCUA_MAIL_LEASE_MS: '4000',
    });
    await story.agency();
  });
  afterAll(async () => {
    await story.stop();
    await server.stop();
  });
  beforeEach(() => {
    server.onRecipient = () => 'take';
    server.onContent = () => 'take';
  });

  /** A dossier of a person of its own, whose contact is known. */
  const dossierOf = async (email: string, fullName = 'Nguyễn Thị Mẫu'): Promise<string> => {
    people += 1;
    const ref = identityHash('spec', 'citizenId', String(people));
    await story.contact({ email, fullName }, ref);
    const id = await story.submitted({ applicantRef: ref });
    await story.moved(id, { ...registered, applicantRef: ref });
    return id;
  };
  const mailOf = async (id: string, state: string) =>
    (await story.logWhen(id, (lines) => lines.some((line) => line.channel === 'email' && line.state === state))).find(
      ({ channel }) => channel === 'email',
    );

  it('hands it over once, and says to whom by no more than a mask', async () => {
    const id = await dossierOf('once@example.test');
    expect(await mailOf(id, 'sent')).toMatchObject({ attempts: 1, reason: null });
    expect(server.to('once@example.test')).toHaveLength(1);
    const { body, text } = await story.admin.get(`/notification/v1/deliveries?dossierId=${id}&channel=email`);
    expect(body.items[0].maskedRecipient).toBe('o***@example.test');
    expect(text).not.toContain('once@');
    expect(text).not.toContain('Nguyễn');
    expect(server.to('once@example.test')[0]?.messageId).toBe(`<${body.items[0].id}@motcua.example>`);
  });

  it('has the receipt that it announces attached, and is not sent without it', async () => {
    const ref = identityHash('spec', 'citizenId', 'receipt');
    await story.contact({ email: 'receipt@example.test' }, ref);
    const id = await story.submitted({ applicantRef: ref });
    const pdf = Buffer.from('%PDF-1.7 biên lai');
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    const file = { sha256, size: pdf.length, mediaType: 'application/pdf', name: 'bien-lai-H48.12-PH-26E-0000001.pdf' };
    await story.twice(ReceiptIssuedV1, id, { ...sampleOf(ReceiptIssuedV1), dossierId: id, file });
    expect(await mailOf(id, 'failed')).toMatchObject({ attempts: 3, reason: 'cannotBeMade' });
    expect(server.to('receipt@example.test')).toEqual([]);

    await story.system.get<FileStore>('notification', FileStore).put(Readable.from([pdf]), { maxBytes: 1_000 });
    const { body } = await story.admin.get(`/notification/v1/deliveries?dossierId=${id}&state=failed`);
    const path = `/notification/v1/deliveries/${body.items[0].id}`;
    const { etag } = await story.admin.get(path);
    await story.admin.post(`${path}/retry`, undefined, { ifMatch: etag });
    await mailOf(id, 'sent');
    const [mail, ...more] = server.to('receipt@example.test');
    expect(more).toEqual([]);
    expect(mail!.content).toContain('Content-Type: application/pdf; name=bien-lai-H48.12-PH-26E-0000001.pdf');
    expect(mail!.content).toContain(pdf.toString('base64'));
  });

  it('tries again what is greylisted, until it is taken', async () => {
    let refusals = 0;
    server.onRecipient = (address) => (address === 'grey@example.test' && (refusals += 1) <= 2 ? 451 : 'take');
    const id = await dossierOf('grey@example.test');
    expect(await mailOf(id, 'sent')).toMatchObject({ attempts: 3 });
    expect(server.to('grey@example.test')).toHaveLength(1);
  });

  it('gives up after so many attempts, and shows it; an administrator may have it tried again', async () => {
    server.onRecipient = (address) => (address === 'full@example.test' ? 452 : 'take');
    const id = await dossierOf('full@example.test');
    expect(await mailOf(id, 'failed')).toMatchObject({ attempts: 3, reason: 'SMTP 452' });
    const { body } = await story.admin.get(`/notification/v1/deliveries?dossierId=${id}&state=failed`);
    const path = `/notification/v1/deliveries/${body.items[0].id}`;
    const { etag } = await story.admin.get(path);
    server.onRecipient = () => 'take';
    expect((await story.admin.post(`${path}/retry`, undefined, { ifMatch: etag })).status).toBe(200);
    expect(await mailOf(id, 'sent')).toMatchObject({ attempts: 1 });
    const settled = await story.admin.get(path);
    const again = await story.admin.post(`${path}/retry`, undefined, { ifMatch: settled.etag });
    expect([again.status, again.body.code]).toEqual([409, 'DELIVERY.NOT_FAILED']);
  });

  it('fails at once where the address is refused for good', async () => {
    let attempts = 0;
    server.onRecipient = (address) => (address === 'nobody@example.test' && (attempts += 1) ? 550 : 'take');
    const id = await dossierOf('nobody@example.test');
    expect(await mailOf(id, 'failed')).toMatchObject({ attempts: 1, reason: 'SMTP 550' });
    expect(attempts).toBe(1);
  });

  it('fails at once, unsent, where the address would smuggle in another recipient or header', async () => {
    const before = server.received.length;
    const id = await dossierOf('mau@example.test>\r\nRCPT TO:<other@example.test');
    expect(await mailOf(id, 'failed')).toMatchObject({ reason: 'addressInvalid', attempts: 1 });
    expect(server.received).toHaveLength(before);
  });

  it('lets no name begin a header of its own', async () => {
    const id = await dossierOf('header@example.test', 'Mẫu\r\nBcc: other@example.test\r\n\r\nX');
    await mailOf(id, 'sent');
    const [mail] = server.to('header@example.test');
    const [headers = ''] = mail?.content.split('\r\n\r\n') ?? [];
    expect(headers).not.toMatch(/^Bcc:/im);
    expect(server.to('other@example.test')).toEqual([]);
  });

  it('sends again, under the same Message-ID, what it cannot know to have arrived', async () => {
    let deaths = 0;
    server.onContent = (mail) => {
      if (!mail.to.includes('twice@example.test') || deaths > 1) return 'take';
      deaths += 1;
      return deaths === 1 ? 'dieBefore' : 'dieAfter';
    };
    const id = await dossierOf('twice@example.test');
    expect(await mailOf(id, 'sent')).toMatchObject({ attempts: 3 });
    const arrived = server.to('twice@example.test');
    expect(arrived).toHaveLength(2);
    expect(new Set(arrived.map(({ messageId }) => messageId)).size).toBe(1);
  });

  it('waits without spending attempts while the server is away, and stops nobody meanwhile', async () => {
    await server.stop();
    const id = await dossierOf('patient@example.test');
    const waiting = await story.logWhen(id, (lines) => lines.some(({ reason }) => reason === 'ESOCKET'));
    expect(waiting.find(({ channel }) => channel === 'email')).toMatchObject({ state: 'due' });
    expect(waiting.find(({ channel }) => channel === 'inApp')).toMatchObject({ state: 'sent' });
    await server.start();
    expect(await mailOf(id, 'sent')).toMatchObject({ attempts: 1 });
    expect(server.to('patient@example.test')).toHaveLength(1);
  });

  describe('when a process dies in the middle', () => {
    let running: MailDispatcher;
    beforeAll(async () => {
      running = story.system.get('notification', MailDispatcher);
      await running.onModuleDestroy();
    });

    /** Another process's dispatcher, on the same database and the same server. */
    const dispatcher = (alone: boolean): MailDispatcher => {
      const part = (name: string): never => Reflect.get(running, name) as never;
      const made = new MailDispatcher(
        part('config'),
        part('outbound'),
        part('sendOne'),
        part('sender'),
        { alone } as EventTransport,
        part('logger'),
      );
      made.onApplicationBootstrap();
      return made;
    };
    /** As a dispatcher leaves a mail that is killed in the middle: claimed, one attempt begun, the lease still running. */
    const orphanOf = async (email: string, lease: string): Promise<string> => {
      const id = await dossierOf(email);
      await story.logWhen(id, (lines) => lines.some(({ channel }) => channel === 'email'));
      await story.system.sql(
        `UPDATE notification.delivery SET claim = gen_random_uuid(), attempts = 1,
           next_attempt_at = clock_timestamp() + $2::interval
         WHERE dossier_id = $1 AND channel = 'email'`,
        [id, lease],
      );
      return id;
    };

    it('takes up what it had in hand once the lease has run out, not before', async () => {
      const early = await orphanOf('early@example.test', '1 hour');
      const id = await orphanOf('orphan@example.test', '1 second');
      const other = dispatcher(false);
      expect(await mailOf(id, 'sent')).toMatchObject({ attempts: 2 });
      expect(server.to('orphan@example.test')).toHaveLength(1);
      expect(server.to('early@example.test')).toEqual([]);
      await other.onModuleDestroy();

      // On one machine nobody else can have it in hand: the next start goes on at once.
      const alone = dispatcher(true);
      expect(await mailOf(early, 'sent')).toMatchObject({ attempts: 2 });
      await alone.onModuleDestroy();
    });

    it('gives up a mail during which the process dies again and again', async () => {
      const id = await orphanOf('killer@example.test', '-1 second');
      await story.system.sql(
        `UPDATE notification.delivery SET attempts = 3 WHERE dossier_id = $1 AND channel = 'email'`,
        [id],
      );
      const other = dispatcher(false);
      expect(await mailOf(id, 'failed')).toMatchObject({ reason: 'attemptsSpent' });
      expect(server.to('killer@example.test')).toEqual([]);
      await other.onModuleDestroy();
    });

    it('passes over what another process is just taking, without waiting for it', async () => {
      const id = await dossierOf('taken@example.test');
      await story.logWhen(id, (lines) => lines.some(({ state }) => state === 'due'));
      const outbound = story.system.get('notification', OutboundMail);
      const taken = Promise.withResolvers<undefined>();
      // Another process asks: it is no part of the transaction that is taking them.
      const asked = taken.promise.then(() => outbound.claim(20, 60_000));
      await story.system.get('notification', UnitOfWork).run(async (tx) => {
        await tx.query(`SELECT FROM delivery WHERE state = 'due' FOR UPDATE`);
        taken.resolve(undefined);
        expect(await asked).toEqual([]);
      });
      expect(await outbound.claim(20, 60_000)).toHaveLength(1);
      expect(await outbound.claim(20, 60_000)).toEqual([]);
      await outbound.takeBack();
    });

    it('sends each mail once, though two processes send at the same time', async () => {
      const both = [dispatcher(false), dispatcher(false)];
      const ids = await Promise.all(Array.from({ length: 12 }, (_, n) => dossierOf(`crowd-${n}@example.test`)));
      for (const id of ids) await mailOf(id, 'sent');
      expect(server.received.filter(({ to }) => /^crowd/.test(to[0] ?? ''))).toHaveLength(12);
      for (const one of both) await one.onModuleDestroy();
    });
  });

  it('keeps no address, name or letter in the clear', async () => {
    const rows = await story.system.sql<{ row: string }>(
      `SELECT to_jsonb(d)::text AS row FROM notification.delivery d
       UNION ALL SELECT to_jsonb(a)::text FROM notification.applicant a
       UNION ALL SELECT to_jsonb(m)::text FROM notification.message m`,
    );
    const everything = rows.map(({ row }) => row).join('\n');
    expect(everything).not.toContain('Nguyễn Thị Mẫu');
    expect(everything).not.toMatch(/once@|grey@|orphan@/);
  });
});
