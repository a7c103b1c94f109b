import type { Sql } from '@motcua/platform';
import { NotificationStory } from '../testing/notification.fixture.js';

const ROWS = 20_000;

describe('lists of many deliveries and messages', () => {
  let story: NotificationStory;
  beforeAll(async () => {
    story = await NotificationStory.start({ MOTCUA_MAIL_POLL_MS: '60000' });
    await story.system.sql(`
      INSERT INTO notification.delivery (id, event_id, recipient, channel, kind, dossier_id, dossier_code, applicant_ref, subject, data,
        state, next_attempt_at, occurred_at)
      SELECT gen_random_uuid(), gen_random_uuid(), 'r' || n % 500, CASE n % 2 WHEN 0 THEN 'email' ELSE 'inApp' END,
        'dossier.accepted', md5((n / 10)::text)::uuid, 'H48.12-261124-' || n, 'r' || n % 500, 's' || n % 500, '{}',
        CASE WHEN n % 1000 = 0 THEN 'failed' WHEN n % 100 = 0 THEN 'due' ELSE 'sent' END,
        CASE WHEN n % 100 = 0 AND n % 1000 <> 0 THEN now() + interval '1 day' END, now()
      FROM generate_series(1, ${ROWS}) AS n`);
    await story.system.sql(`
      INSERT INTO notification.message (id, kind, dossier_id, dossier_code, applicant_ref, subject, language, title, body, occurred_at, read_at)
      SELECT id, kind, dossier_id, dossier_code, applicant_ref, subject, 'vi', 't', 'b', now(), CASE WHEN random() < 0.9 THEN now() END
      FROM notification.delivery`);
    await story.system.sql('ANALYZE notification.delivery');
    await story.system.sql('ANALYZE notification.message');
  });
  afterAll(() => story.stop());

  /** What was really prepared and run, as the server remembers it, with its plan. */
  const plans = async (run: () => Promise<unknown>, table: string): Promise<string[]> => {
    const { Database } = await import('@motcua/platform');
    const database = story.system.get('notification', Database);
    const asked: { text: string; values: readonly unknown[] }[] = [];
    const query = database.query.bind(database);
    database.query = (statement: Sql | string, values: readonly unknown[] = []) => {
      asked.push(typeof statement === 'string' ? { text: statement, values } : statement);
      return query(statement, values);
    };
    await run();
    database.query = query;
    const found: string[] = [];
    for (const { text, values } of asked.filter((one) => one.text.includes(`FROM ${table}`))) {
      const rows = await query<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values);
      found.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
    }
    return found;
  };

  const SUBTREES = ['', 'state=failed', 'channel=email', 'state=failed&channel=email'];

  it.each([...SUBTREES, `dossierId=${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`])(
    'walk an index for an administrator: deliveries?%s',
    async (filter) => {
      const found = await plans(() => story.admin.get(`/notification/v1/deliveries?${filter}`), 'delivery');
      expect(found).toHaveLength(1);
      expect(found[0]).toContain('Index');
      expect(found[0]).not.toMatch(/Seq Scan on delivery/);
    },
  );

  it.each(SUBTREES)('walk an index for an applicant: deliveries?%s', async (filter) => {
    const found = await plans(() => story.citizen.get(`/notification/v1/deliveries?${filter}`), 'delivery');
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('Index');
    expect(found[0]).not.toMatch(/Seq Scan on delivery/);
  });

  it.each(['', 'unread=true'])('walk an index: messages?%s', async (filter) => {
    const found = await plans(() => story.citizen.get(`/notification/v1/messages?${filter}`), 'message');
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('Index');
    expect(found[0]).not.toMatch(/Seq Scan on message/);
  });

  it('walk the index of what is due, to claim mail', async () => {
    const { OutboundMail } = await import('../send-mail/outbound-mail.js');
    const outbound = story.system.get('notification', OutboundMail);
    const found = await plans(() => outbound.claim(5, 1000), 'delivery');
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('delivery_due');
    expect(found[0]).not.toMatch(/Seq Scan on delivery/);
  });
});
