import { verifyLedger } from '@motcua/fee-payment';
import { chapters, eventually, type Json } from '@motcua/testing';
import { at, type Handed, OneStopOffice } from './testing/one-stop-office.fixture.js';

// The counter of a commune, Wednesday 9 September 2026. Everything expected is worked out by hand.
const DAY = '2026-09-09';
const HERE = 'H48.33';
const DEPARTMENT = 'H48.12';
const [CLERK, SECOND, SPECIALIST, LEADER, CASHIER] = [
  'clerk-binh-son',
  // Lent to the commune by the Department of Construction.
  'clerk-xay-dung',
  'specialist-binh-son',
  'leader-binh-son',
  'cashier-binh-son',
];
const [SIGNATURE, BIRTH, MARITAL, BUILDING, VETERINARY] = ['2.000884', '1.001193', '1.004873', '1.013225', '1.001686'];

// Certified signatures (the same day, 10,000 đ before the return), births (the same day, free), marital status (three days,
// 15,000 đ first), building permits (seven days, 75,000 đ before the return), and a licence that the department decides on
// (seven days, 230,000 đ first).
const QUEUE = [
  ...Array.from({ length: 12 }, () => [SIGNATURE, HERE]),
  ...Array.from({ length: 6 }, () => [BIRTH, HERE]),
  ...Array.from({ length: 4 }, () => [MARITAL, HERE]),
  ...Array.from({ length: 4 }, () => [BUILDING, HERE]),
  ...Array.from({ length: 4 }, () => [VETERINARY, DEPARTMENT]),
] as [string, string][];

describe('a morning at a one-stop office: thirty dossiers, three officers, two agencies', () => {
  const it = chapters();
  let office: OneStopOffice;
  let all: Handed[];
  const of = (from: number, until: number): Handed[] => all.slice(from, until);
  const signatures = (): Handed[] => of(0, 12);
  const births = (): Handed[] => of(12, 18);
  const marital = (): Handed[] => of(18, 22);
  const buildings = (): Handed[] => of(22, 26);
  const licences = (): Handed[] => of(26, 30);
  const listed = async (persona: string, filter: string): Promise<Json[]> =>
    (await office.get(persona, `/intake/v1/dossiers?limit=100&${filter}`)).items;
  /** An instant that the story's clock has gone on from by less than ten minutes, since it runs. */
  const soonAfter = (text: string, expected: string): boolean => {
    const late = at(expected).until(Temporal.Instant.from(text)).total('seconds');
    return late >= 0 && late < 600;
  };

  beforeAll(async () => {
    office = await OneStopOffice.open(`${DAY}T06:45`);
  }, 90_000);
  afterAll(() => office.close());

  it('begins at seven: an officer of another department, who is lent, is registered for this one too (R23)', async () => {
    const admin = await office.as('admin');
    for (const [subject, name, role] of [
      [SECOND, 'Huỳnh Văn Mẫu', 'clerk'],
      ['specialist-xay-dung', 'Phan Thị Mẫu', 'specialist'],
    ] as const) {
      const path = `/workflow/v1/officers/${subject}`;
      const { etag, body } = await admin.get(path);
      const there = { name, title: body.title, agencies: ['H48.07', HERE], roles: [role] };
      expect((await admin.put(path, there, { ifMatch: etag })).status).toBe(200);
    }
    await eventually(
      async () =>
        (
          await office.sql(
            'intake',
            `SELECT FROM officer_copy WHERE '${HERE}' = ANY (agencies) AND 'H48.07' = ANY (agencies)`,
          )
        ).length === 2,
    );
  });

  it('thirty hand in at two windows, and the numbers have no gap (R1)', async () => {
    office.passTo(`${DAY}T07:05`);
    const queue = QUEUE.map(([procedure, competentAgency], nth) => ({
      ...{ procedure, competentAgency, nth },
      fullName: `Người Nộp Số ${nth + 1}`,
    }));
    const handed: (Handed | undefined)[] = [];
    const windowOf = async (clerk: string, mine: (nth: number) => boolean): Promise<void> => {
      for (const each of queue) if (mine(each.nth)) handed[each.nth] = await office.handIn(clerk, each);
    };
    await Promise.all([windowOf(CLERK, (nth) => nth % 2 === 0), windowOf(SECOND, (nth) => nth % 2 === 1)]);
    all = handed as Handed[];
    expect(all.map(({ code }) => code).sort()).toEqual(
      Array.from({ length: 30 }, (_, n) => `${HERE}-260909-${String(n + 1).padStart(4, '0')}`),
    );
    // What is free, or paid before the return, waits for its reception; eight owe a fee first.
    expect((await listed(CLERK, 'status=registered')).length).toBe(22);
    expect((await listed(SECOND, 'status=paymentRequired')).length).toBe(8);
    expect(await listed(CLERK, 'name=nguoi%20nop%20so%2019')).toMatchObject([{ code: marital()[0]!.code }]);
  });

  it('the cashier takes what is due first: 4 × 15,000 and 3 × 230,000 đ (R16)', async () => {
    office.passTo(`${DAY}T07:15`);
    const amounts: number[] = [];
    for (const [n, dossier] of [...marital(), ...licences().slice(0, 3)].entries())
      amounts.push(await office.takeCash(CASHIER, dossier, `BL-${n + 1}`, 'beforeAcceptance'));
    expect(amounts).toEqual([15_000, 15_000, 15_000, 15_000, 230_000, 230_000, 230_000]);
    for (const dossier of [...marital(), ...licences().slice(0, 3)]) await office.until(CLERK, dossier, 'registered');
  });

  it('accepts 12 signatures and 5 births at once, as the preview said; the slips are one print (R7, R15)', async () => {
    office.passTo(`${DAY}T07:20`);
    const wanted = [...signatures(), ...births().slice(0, 5)];
    const seen = await Promise.all(
      wanted.map(async ({ id }) => ({
        id,
        etag: (await (await office.as(CLERK)).get(`/intake/v1/dossiers/${id}`)).etag,
      })),
    );
    const path = '/intake/v1/bulk-actions';
    const preview = await office.inBulk(CLERK, path, { action: 'accept', items: seen, dryRun: true });
    expect(preview.filter(({ state }) => state !== 'done')).toEqual([]);
    const done = await office.inBulk(CLERK, path, { action: 'accept', items: seen });
    expect(done.length).toBe(17);
    for (const { id } of wanted) {
      const view = await office.dossier(CLERK, { id });
      expect([view.status, view.promisedDueAt, view.statutoryDueAt]).toEqual([
        'accepted',
        `${DAY}T17:00:00+07:00`,
        `${DAY}T17:00:00+07:00`,
      ]);
    }
    const printed = await (
      await office.as(CLERK)
    ).post('/intake/v1/printed-forms', { form: '01', dossiers: signatures().map(({ id }) => id) });
    expect(printed.headers.get('content-type')).toBe('application/pdf');
  });

  it('two clerks accept the same dossier at the same moment: one slip, and the other reads that it has changed', async () => {
    const [, , third] = marital();
    const { etag } = await (await office.as(CLERK)).get(`/intake/v1/dossiers/${third!.id}`);
    const answers = await Promise.all(
      [CLERK, SECOND].map(async (persona) =>
        (await office.as(persona)).post(`/intake/v1/dossiers/${third!.id}/acceptance`, {}, { ifMatch: etag }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
    // 24 hours from 07:20 less a fifth, 19:12: until Friday 07:20 16:00, and 3:12 more.
    const view = await office.dossier(CLERK, third!);
    expect(soonAfter(view.promisedDueAt, '2026-09-11T10:32')).toBe(true);
    expect(soonAfter(view.statutoryDueAt, '2026-09-14T07:20')).toBe(true);
  });

  it('a paper beyond the list is asked for and brought; another applicant is still awaited (R9, R21)', async () => {
    const [brought, awaited] = marital();
    const items = [{ name: 'Giấy xác nhận của cơ quan đại diện', reason: 'Đã cư trú ở nước ngoài' }];
    for (const dossier of [brought!, awaited!])
      await office.onDossier(CLERK, dossier, 'supplement-requests', { items });
    const asked = await office.get(CLERK, `/intake/v1/dossiers/${brought!.id}/supplement-requests/1`);
    const [{ component }] = asked.items;
    const paper = async (code: string): Promise<string> => {
      const form = new FormData();
      form.append('file', new Blob(['%PDF-1.7\nGiấy tờ\n%%EOF\n'], { type: 'application/pdf' }), `${code}.pdf`);
      const where = `/intake/v1/dossiers/${brought!.id}/files?component=${encodeURIComponent(code)}`;
      const { status, body, text } = await (await office.as(CLERK)).post(where, form);
      expect([status, text]).toEqual([201, text]);
      return body.id as string;
    };
    await paper(component);
    const signedRequest = await paper('VAN-BAN-DE-NGHI');
    const onBehalf = { askedBy: 'Người Nộp Số 19', signedRequest };
    const given = await office.onDossier(CLERK, brought!, 'supplement-requests/1/completion', onBehalf);
    expect(given.status).toBe('registered');
    expect((await office.onDossier(CLERK, brought!, 'acceptance')).status).toBe('accepted');
    await office.onDossier(SECOND, marital()[3]!, 'acceptance');
  });

  it('one is refused with its reason, one goes to the right office with its fee, three are accepted', async () => {
    const [refused, ...others] = buildings();
    const reason = 'Thửa đất thuộc khu vực không được cấp phép có thời hạn';
    const faults = [{ component: 'GIAY-TO-DAT', reason }];
    expect((await office.onDossier(SECOND, refused!, 'refusal', { reason, faults })).status).toBe('refused');
    for (const dossier of others) await office.onDossier(CLERK, dossier, 'acceptance');
    const [forwarded] = licences();
    const moved = await office.onDossier(CLERK, forwarded!, 'forwarding', {
      receivingAgency: DEPARTMENT,
      reason: 'Hồ sơ nộp tại Sở Nông nghiệp và Môi trường',
    });
    expect([moved.receivingAgency, moved.code, moved.status]).toEqual([DEPARTMENT, forwarded!.code, 'registered']);
    expect((await office.dossier('clerk', forwarded!)).allowedActions).toEqual(expect.arrayContaining(['accept']));
  });

  it('licences are accepted for the department; the receipt of one is named first and recorded later', async () => {
    const [, second, third, fourth] = licences();
    for (const dossier of [second!, third!]) await office.onDossier(SECOND, dossier, 'acceptance');
    const named = await office.onDossier(CLERK, fourth!, 'acceptance', { cashReceiptNumber: 'BL-8' });
    expect([named.status, named.owed]).toEqual(['accepted', 230_000]);
    expect(await office.takeCash(CASHIER, fourth!, 'bl – 8', 'beforeAcceptance')).toBe(230_000);
    await eventually(async () => (await office.dossier(CLERK, fourth!)).owed === 0);
    // 56 hours less a fifth, 44:48: five days until Wednesday 16, 4:10 until 11:30, and 38 minutes more.
    const view = await office.dossier(CLERK, second!);
    expect(soonAfter(view.promisedDueAt, '2026-09-16T14:08')).toBe(true);
    expect(soonAfter(view.statutoryDueAt, '2026-09-18T07:20')).toBe(true);
  });

  it('a name that was mistyped is corrected, and the slip says the right one (R15)', async () => {
    const [, second] = buildings();
    const corrected = await office.onDossier(CLERK, second!, 'corrections', {
      reason: 'Gõ sai họ tên',
      askedBy: 'Chủ hồ sơ, tại quầy',
      applicant: { fullName: 'Trần Thị Đính Chính' },
    });
    expect(corrected.applicant.fullName).toBe('Trần Thị Đính Chính');
    const slip = await (
      await office.as(CLERK)
    ).get(`/intake/v1/dossiers/${second!.id}/forms/01`, { headers: { accept: 'application/json' } });
    expect(slip.body.applicant.fullName).toBe('Trần Thị Đính Chính');
    const [found] = await listed(CLERK, 'name=dinh%20chinh%20tran');
    expect(found.code).toBe(second!.code);
  });

  it('a birth was accepted by mistake: the leader undoes that, and the case is gone from the lists (R12)', async () => {
    const wrong = births()[5]!;
    await office.onDossier(SECOND, wrong, 'acceptance');
    const { etag, allowedActions } = await office.case(LEADER, wrong.id);
    expect(allowedActions).toContain('undoAcceptance');
    const body = { reason: 'Tiếp nhận nhầm hồ sơ của người cùng tên' };
    const path = `/workflow/v1/cases/${wrong.id}/acceptance-undoing`;
    const clerk = await (await office.as(CLERK)).post(path, body, { ifMatch: etag });
    expect(clerk.status).toBe(403);
    await office.act(LEADER, path, body, etag);
    const view = await office.until(CLERK, wrong, 'registered');
    expect([view.acceptedAt, view.promisedDueAt, view.reason]).toEqual([null, null, body.reason]);
    expect((await office.get(LEADER, `/workflow/v1/tasks?query=${wrong.code}`)).items).toEqual([]);
  });

  it('the leader assigns the signatures and births of the day at once, by what the list shows', async () => {
    office.passTo(`${DAY}T08:00`);
    const todays = `/workflow/v1/tasks?assignee=role&limit=100&dueBefore=${encodeURIComponent('2026-09-10T00:00:00+07:00')}`;
    const tasks = await eventually(async () => {
      const { items } = await office.get(LEADER, todays);
      return (items as Json[]).length === 17 && (items as Json[]);
    });
    const items = tasks.map(({ id, etag }) => ({ id, etag }));
    const assigned = await office.inBulk(LEADER, '/workflow/v1/bulk-actions', {
      ...{ action: 'forward', items, takeFirst: true, nextAssignee: SPECIALIST },
      comment: 'Trả trong ngày',
    });
    expect(assigned.filter(({ state }) => state !== 'done')).toEqual([]);
    expect((await office.get(SPECIALIST, '/workflow/v1/task-counts')).me.open.count).toBe(17);
  });

  it('two specialists want one task: one holds it, and the other reads who', async () => {
    const [contested] = signatures();
    const { currentTask } = await office.case(LEADER, contested!.id);
    const path = `/workflow/v1/tasks/${String(currentTask.id)}`;
    const released = await office.act(SPECIALIST, `${path}/release`, {}, currentTask.etag);
    const answers = await Promise.all(
      [SPECIALIST, 'specialist-xay-dung'].map(async (persona) =>
        (await office.as(persona)).post(`${path}/claim`, undefined, { ifMatch: released.etag }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
    const [holder, other] = answers[0]!.status === 201 ? answers : answers.toReversed();
    expect(other!.body.holder.subject).toBe(holder!.body.holder.subject);
    if (holder!.body.holder.subject !== SPECIALIST)
      await office.act(LEADER, `${path}/assignment`, { assignee: SPECIALIST }, holder!.etag);
  });

  it('the machine goes down in the middle of the morning, and everybody goes on where they were', async () => {
    await office.restart();
    expect((await office.get(SPECIALIST, '/workflow/v1/task-counts')).me.open.count).toBe(17);
    expect((await listed(CLERK, 'status=supplementRequired')).map(({ code }) => code)).toEqual([marital()[1]!.code]);
  });

  it('six signatures have their result before noon; five pay and are handed out, one waits for its fee (R7, R16)', async () => {
    office.passTo(`${DAY}T10:00`);
    const done = signatures().slice(0, 6);
    for (const { id } of done) {
      await office.act(SPECIALIST, `/workflow/v1/cases/${id}/generated-results`, {
        paragraphs: ['Chứng thực chữ ký.'],
      });
      await office.onTask(SPECIALIST, { id }, 'completion', { outcome: 'forward' });
    }
    for (const outcome of ['approve', 'sign'])
      for (const { id } of done) {
        await office.onTask(LEADER, { id }, 'claim');
        await office.onTask(LEADER, { id }, 'completion', { outcome });
      }
    const numbers = await Promise.all(
      done.map(async (dossier) => (await office.until(CLERK, dossier, 'processed')).results[0].number),
    );
    expect(numbers.sort()).toEqual([1, 2, 3, 4, 5, 6].map((n) => `0${n}/KQ-${HERE}`));
    office.passTo(`${DAY}T11:00`);
    const unpaid = done[5]!;
    const client = await office.as(CLERK);
    const { etag } = await client.get(`/intake/v1/dossiers/${unpaid.id}`);
    const handing = (n: number) => ({
      method: 'counter',
      receivedBy: { capacity: 'applicant', fullName: `Người Nộp Số ${n}` },
    });
    const refused = await client.post(`/intake/v1/dossiers/${unpaid.id}/return`, handing(6), { ifMatch: etag });
    expect([refused.status, refused.body.code, refused.body.owed]).toEqual([409, 'DOSSIER.FEE_UNPAID', 10_000]);
    for (const [n, dossier] of done.slice(0, 5).entries()) {
      expect(await office.takeCash(CASHIER, dossier, `BL-${n + 11}`, 'beforeReturn')).toBe(10_000);
      await eventually(async () => (await office.dossier(CLERK, dossier)).owed === 0);
      expect((await office.onDossier(CLERK, dossier, 'return', handing(n + 1))).status).toBe('returned');
    }
  });

  it('ends with the statuses that were counted by hand', async () => {
    office.passTo(`${DAY}T11:30`);
    const count: Record<string, number> = {};
    for (const dossier of all) {
      const { status } = await office.dossier(CLERK, dossier);
      count[status] = (count[status] ?? 0) + 1;
    }
    expect(count).toEqual({
      returned: 5,
      processed: 1,
      // 6 signatures and 5 births.
      processing: 11,
      // 3 marital, 3 buildings, 3 licences.
      accepted: 9,
      supplementRequired: 1,
      refused: 1,
      // The birth whose acceptance was undone, and the licence that was forwarded.
      registered: 2,
    });
  });

  it('ends with 26 lines in the tracking book, in their order, each promised as its slip says (R15)', async () => {
    const book = await office.get(LEADER, `/workflow/v1/tracking-book?from=${DAY}&to=${DAY}&limit=100`);
    const lines = book.items as Json[];
    const accepted = [
      ...signatures(),
      ...births().slice(0, 5),
      ...[marital()[0], marital()[2], marital()[3]],
      ...buildings().slice(1),
      ...licences().slice(1),
    ] as Handed[];
    expect(lines.map(({ code }) => code).sort()).toEqual(accepted.map(({ code }) => code).sort());
    expect(lines.map(({ receivedAt }) => receivedAt)).toEqual(lines.map(({ receivedAt }) => receivedAt).sort());
    const promised = lines.map(({ promisedAt }) => String(promisedAt).slice(0, 10));
    expect(promised.filter((day) => day === DAY).length).toBe(17);
    expect(promised.filter((day) => day === '2026-09-11').length).toBe(3);
    expect(promised.filter((day) => day === '2026-09-16').length).toBe(6);
    expect(lines.filter(({ status }) => status === 'returned').length).toBe(5);
    expect(lines.find(({ code }) => code === buildings()[1]!.code).applicant).toBe('Trần Thị Đính Chính');
    expect(
      (await office.get('leader', `/workflow/v1/tracking-book?from=${DAY}&to=${DAY}&by=competent`)).items.length,
    ).toBe(3);
  });

  it('ends with 1,030,000 đ in the drawer in 13 receipts, and the books balance', async () => {
    const { items } = await office.get(CASHIER, '/payment/v1/transactions?limit=100');
    const amounts = (items as Json[]).map(({ amount }) => Number(amount));
    expect([amounts.length, amounts.reduce((a, b) => a + b, 0)]).toEqual([13, 1_030_000]);
    expect(
      (await office.get(CASHIER, '/payment/v1/breaks')).items.filter(({ resolvedAt }: Json) => resolvedAt === null),
    ).toEqual([]);
    const faults = await verifyLedger({ query: (statement) => office.sql('payment', statement) });
    expect(faults).toEqual([]);
  });

  it('ends with the figures of both agencies: what was undone, refused or only forwarded was never received', async () => {
    const report = async (persona: string, agency: string): Promise<Json> =>
      (await office.get(persona, `/reporting/v1/reports/ordinary?agency=${agency}&period=2026-09`)).total;
    const commune = await eventually(async () => {
      const total = await report(LEADER, HERE);
      return total.receivedAtCounter === 23 && total.finishedOnDay === 6 && total;
    });
    expect(commune).toMatchObject({
      carriedOver: 0,
      receivedOnline: 0,
      receivedAtCounter: 23,
      finishedEarly: 0,
      finishedOnDay: 6,
      finishedLate: 0,
      runningInTime: 17,
      runningLate: 0,
      // Those promised today that are finished; eleven run in time.
      due: 6,
      dueOnTime: 6,
    });
    expect(await report('leader', DEPARTMENT)).toMatchObject({ receivedAtCounter: 3, runningInTime: 3, due: 0 });
  });

  it('leaves nobody behind: nothing is parked, everything is told', async () => {
    for (const service of ['catalogue', 'intake', 'workflow', 'payment', 'notification', 'reporting', 'portal']) {
      expect([service, await office.sql(service, "SELECT * FROM inbox_parked WHERE state <> 'waiting'")]).toEqual([
        service,
        [],
      ]);
    }
  });
});
