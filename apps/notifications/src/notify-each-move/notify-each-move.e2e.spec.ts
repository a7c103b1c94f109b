import { DossierStatusChangedV1, DossierSubmittedV1, type Plain, sampleOf } from '@motcua/contracts';
import { identityHash } from '@motcua/platform';
import { APPLICANT, NotificationStory } from '../testing/notification.fixture.js';

type Move = Partial<Plain<DossierStatusChangedV1>> & Pick<DossierStatusChangedV1, 'from' | 'to'>;

const MOVES: readonly Move[] = [
  { from: 'draft', to: 'paymentRequired', dueAt: null },
  { from: 'paymentRequired', to: 'registered', dueAt: null, receptionDueAt: '2026-11-25T09:00:00+07:00' },
  { from: 'registered', to: 'supplementRequired', dueAt: null },
  { from: 'supplementRequired', to: 'registered', dueAt: null },
  { from: 'registered', to: 'accepted' },
  { from: 'accepted', to: 'processing' },
  { from: 'processing', to: 'processed' },
  { from: 'processed', to: 'returned' },
];

describe('telling the applicant of each move (R19)', () => {
  let story: NotificationStory;
  beforeAll(async () => {
    story = await NotificationStory.start();
    await story.agency();
    await story.contact();
  });
  afterAll(() => story.stop());

  const allSent = (count: number) => (lines: readonly { state: string }[]) =>
    lines.length === count && lines.every(({ state }) => state === 'sent');

  it('sends one mail and one message a move, though every event comes twice', async () => {
    const id = await story.submitted();
    for (const move of MOVES) await story.moved(id, move);
    const log = await story.logWhen(id, allSent(12));
    expect(log.filter(({ channel }) => channel === 'email').map(({ kind }) => kind)).toEqual([
      'dossier.payment-required',
      'dossier.registered-after-payment',
      'dossier.registered-after-supplement',
      'dossier.accepted',
      'dossier.processing',
      'dossier.processed',
    ]);
    expect(await story.letters()).toHaveLength(6);
    const required = await story.letter(id, 'dossier.payment-required');
    expect(required.text).toContain('Số tiền phải nộp: 115.000 đồng.');
    const accepted = await story.letter(id, 'dossier.accepted');
    expect(accepted.text).toContain('Sở Xây dựng đã tiếp nhận hồ sơ');
    expect(accepted.text).toContain('Thời điểm hẹn trả kết quả: 14 giờ 58 phút, ngày 02 tháng 12 năm 2026');
    expect(accepted.text).toContain('Nơi trả kết quả: Sở Xây dựng (01 đường Minh Họa, tỉnh Quảng Ngãi)');
  });

  it('writes one delivery per event and recipient even where the inbox has forgotten the event', async () => {
    const id = await story.submitted();
    const data = { ...sampleOf(DossierStatusChangedV1), applicantRef: APPLICANT, dossierId: id };
    const message = await story.system.foreign.deliver(DossierStatusChangedV1, id, data);
    await story.logWhen(id, allSent(2));
    // As after a restore of the inbox alone: the event is applied a second time.
    await story.system.sql(`UPDATE notification.inbox_position SET last_sequence = 1 WHERE key = $1`, [id]);
    await story.system.foreign.redeliver(message);
    await story.moved(id, { from: 'accepted', to: 'processing' });
    const log = await story.logWhen(id, allSent(4));
    expect(log.filter(({ kind }) => kind === 'dossier.accepted')).toHaveLength(2);
    const [count] = await story.system.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM notification.message WHERE dossier_id = $1`,
      [id],
    );
    expect(count?.n).toBe(2);
  });

  it('shows the messages to the applicant and to who submitted online, newest first, and to nobody else', async () => {
    const id = await story.submitted({ submittedBy: 'citizen-helper' });
    await story.moved(id, { from: 'draft', to: 'registered', dueAt: null });
    await story.moved(id, { from: 'registered', to: 'accepted' });
    await story.logWhen(id, allSent(4));
    const helper = await story.system.as({ sub: 'citizen-helper', roles: ['citizen'] });
    const other = await story.system.as({ sub: 'citizen-other', roles: ['citizen'], citizen_id: '051199000019' });
    const path = `/notification/v1/messages?dossierId=${id}`;
    const titles = async (client: typeof helper): Promise<string[]> =>
      ((await client.get(path)).body.items as { title: string }[]).map(({ title }) => title);
    const expected = ['Hồ sơ H48.12-261124-0001 đã được tiếp nhận', 'Đã nhận hồ sơ H48.12-261124-0001'];
    expect(await titles(story.citizen)).toEqual(expected);
    expect(await titles(helper)).toEqual(expected);
    expect(await titles(other)).toEqual([]);
  });

  it('tells who has a part in it what concerns them: each in their own messages, and by mail where an address is known', async () => {
    const spouse = identityHash('identity-key-of-the-test-run-000000000', 'citizenId', '051099000024');
    const agent = identityHash('identity-key-of-the-test-run-000000000', 'citizenId', '051199000019');
    await story.contact({ fullName: 'Trần Văn Mẫu', email: 'tran@example.test' }, spouse);
    const id = await story.submitted({
      parties: [
        { ref: spouse, role: 'coApplicant', powers: [] },
        { ref: agent, role: 'authorisedPerson', powers: ['pay'] },
      ],
    });
    await story.moved(id, { from: 'registered', to: 'accepted' });
    await story.moved(id, { from: 'processing', to: 'processed' });
    // The applicant and the spouse: two mails and two messages each; who may pay: of the acceptance alone, and no mail waits.
    const log = await story.logWhen(id, (lines) => lines.length >= 9 && lines.every(({ state }) => state === 'sent'));
    expect(log).toHaveLength(9);
    const titles = async (citizen_id: string): Promise<string[]> => {
      const client = await story.system.as({ sub: `citizen-${citizen_id}`, roles: ['citizen'], citizen_id });
      const { body } = await client.get(`/notification/v1/messages?dossierId=${id}`);
      return (body.items as { title: string }[]).map(({ title }) => title);
    };
    const accepted = 'Hồ sơ H48.12-261124-0001 đã được tiếp nhận';
    expect(await titles('051099000024')).toEqual([expect.stringContaining('H48.12-261124-0001'), accepted]);
    expect(await titles('051199000019')).toEqual([accepted]);
    expect(await titles('051199000027')).toEqual([]);
  });

  it('tells who handed it in and has a part in it once, not as both', async () => {
    const agent = identityHash('identity-key-of-the-test-run-000000000', 'citizenId', '051199000019');
    const id = await story.submitted({
      submittedBy: 'citizen-agent',
      parties: [{ ref: agent, role: 'authorisedPerson', powers: ['pay'] }],
    });
    await story.moved(id, { from: 'registered', to: 'accepted' });
    await story.moved(id, { from: 'processing', to: 'processed' });
    await story.logWhen(id, (lines) => lines.length >= 5);
    const person = await story.system.as({ sub: 'citizen-agent', roles: ['citizen'], citizen_id: '051199000019' });
    const { body } = await person.get(`/notification/v1/messages?dossierId=${id}`);
    // Of the result they hear as who handed it in alone.
    expect((body.items as { kind: string }[]).map(({ kind }) => kind)).toEqual([
      'dossier.processed',
      'dossier.accepted',
    ]);
  });

  it('tells an officer who submitted at the counter nothing of the applicant’s', async () => {
    const id = await story.submitted({ channel: 'counter', submittedBy: 'officer-clerk-01' });
    await story.moved(id, { from: 'draft', to: 'registered', dueAt: null });
    await story.logWhen(id, allSent(2));
    const clerk = await story.system.as({ sub: 'officer-clerk-01', roles: ['clerk'], agency: 'H48.12' });
    expect((await clerk.get(`/notification/v1/messages?dossierId=${id}`)).body.items).toEqual([]);
    expect((await clerk.get(`/notification/v1/deliveries?dossierId=${id}`)).body.items).toEqual([]);
  });

  it('writes in the language of the application in the application, and of the contact by mail', async () => {
    const id = await story.submitted({ language: 'en' });
    await story.moved(id, { from: 'draft', to: 'registered', dueAt: null });
    await story.logWhen(id, allSent(2));
    const { body } = await story.citizen.get(`/notification/v1/messages?dossierId=${id}`);
    expect(body.items[0].title).toBe('Application H48.12-261124-0001 received');
    expect((await story.letter(id, 'dossier.registered')).text).toMatch(/^Kính gửi: Nguyễn Thị Mẫu/);
  });

  it('reads the samples that the contracts ship', async () => {
    const submitted = sampleOf(DossierSubmittedV1);
    await story.twice(DossierSubmittedV1, submitted.dossierId, submitted);
    const changed = sampleOf(DossierStatusChangedV1);
    await story.twice(DossierStatusChangedV1, changed.dossierId, changed);
    // The applicant by mail and in the application; the two who have a part in it, whose addresses are not known, there alone.
    const log = await story.logWhen(changed.dossierId, (lines) => lines.length === 4);
    expect(log.map(({ kind }) => kind)).toEqual(Array.from({ length: 4 }, () => 'dossier.accepted'));
  });
});
