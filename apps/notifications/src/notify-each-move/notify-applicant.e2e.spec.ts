import {
  CaseApologisedV1,
  CaseBecameOverdueV1,
  CaseDeadlineAdjustedV1,
  CaseDueSoonV1,
  CaseEscalatedV1,
  CaseSupplementCompletedV1,
  CaseWithdrawnV1,
  CaseResultIssuedV1,
  CaseResultRevokedV1,
  CaseStepChangedV1,
  CaseSupplementDeadlineAdjustedV1,
  CaseSupplementRejectedV1,
  CaseSupplementPartGivenV1,
  CaseSupplementRequestedV1,
  CaseWithdrawalRefusedV1,
  type Contract,
  DossierCorrectedV1,
  DossierRefusedV1,
  DossierReminderDueV1,
  DossierPapersLostV1,
  DossierPostedV1,
  DossierPostFailedV1,
  DossierReturnedV1,
  DossierSubmittedV1,
  DossierSupplementRequestedV1,
  PaymentPartReceivedV1,
  PaymentReceivedV1,
  PaymentReversedV1,
  ProcedureVersionAnnouncedV1,
  ReceiptIssuedV1,
  RefundListedV1,
  RefundMovedV1,
  sampleOf,
  DossierMessageSentV1,
  DossierReceiptUnconfirmedV1,
  DossierSupplementPartGivenV1,
  DossierSupplementCancelledV1,
  CaseSupplementCancelledV1,
  DossierFeeDemandedV1,
  DossierOtherDueAskedV1,
  CaseFeeDemandedV1,
  DossierSupplementDeadlineMovedV1,
} from '@motcua/contracts';
import { newId } from '@motcua/kernel';
import { type EventContract, sealEnvelope, UnitOfWork } from '@motcua/platform';
import { eventually } from '@motcua/testing';
import { Applicants } from '../applicants/applicants.js';
import { APPLICANT, CONTACT, NotificationStory } from '../testing/notification.fixture.js';

const ITEMS = [
  { component: 'BAN-VE', field: null, reason: 'Bản vẽ chưa có chữ ký' },
  { component: null, field: '/address', reason: 'Chưa ghi số nhà' },
  { component: 'LA', field: null, reason: 'Không rõ' },
];

describe('telling the applicant what the events of case and payment say', () => {
  let story: NotificationStory;
  let id: string;

  beforeAll(async () => {
    story = await NotificationStory.start();
    await story.agency();
    await story.contact();
    const announced = sampleOf(ProcedureVersionAnnouncedV1);
    await story.twice(ProcedureVersionAnnouncedV1, announced.code, {
      ...announced,
      code: '1.001686',
      variants: [
        {
          ...announced.variants[0],
          components: [{ ...announced.variants[0]?.components[0], code: 'BAN-VE', name: 'Bản vẽ thiết kế' }],
        },
      ],
      formSchema: { type: 'object', properties: { address: { type: 'string', title: 'Địa chỉ' } } },
    });
    await eventually(async () => (await story.system.sql('SELECT FROM notification.procedure_words')).length > 0);
  });
  afterAll(() => story.stop());
  beforeEach(async () => {
    id = await story.submitted();
    await story.moved(id, { from: 'draft', to: 'processing', at: '2026-11-24T08:00:00+07:00' });
    // Topics are read apart from each other: what is told of the case depends on how far the dossier has come.
    await story.logWhen(id, (lines) => lines.length === 2);
  });

  const tell = async (
    contract: EventContract,
    kind: string,
    changes: object = {},
  ): Promise<{ title: string; body: string; count: number }> => {
    await story.twice(contract, id, { ...sampleOf<object>(contract), dossierId: id, ...changes });
    const messages = await eventually(async () => {
      const { body } = await story.citizen.get(`/notification/v1/messages?dossierId=${id}`);
      const found = (body.items as { kind: string; title: string; body: string }[]).filter((one) => one.kind === kind);
      return found.length > 0 && found;
    });
    return { title: messages[0]!.title, body: messages[0]!.body, count: messages.length };
  };

  it('names papers and fields that are missing as the applicant knows them (R21)', async () => {
    const { body, count } = await tell(DossierSupplementRequestedV1, 'dossier.supplement-requested', { items: ITEMS });
    expect(count).toBe(1);
    expect(body).toBe(`1. Bản vẽ thiết kế: Bản vẽ chưa có chữ ký
2. Mục “Địa chỉ”: Chưa ghi số nhà
3. LA: Không rõ

Hạn bổ sung: 08 giờ 00 phút, ngày 07 tháng 01 năm 2027`);
    expect((await story.letter(id, 'dossier.supplement-requested')).text).toContain('Người yêu cầu: Trần Văn Giả');
  });

  it('asks for a supplement during the processing, and says what becomes of the term', async () => {
    const { count } = await tell(CaseSupplementRequestedV1, 'case.supplement-requested', { items: ITEMS });
    expect(count).toBe(1);
    const { text } = await story.letter(id, 'case.supplement-requested');
    expect(text).toContain('1. Bản vẽ thiết kế: Bản vẽ chưa có chữ ký');
    expect(text).toContain('Thời điểm hẹn trả kết quả được tính lại sau khi Ông/Bà bổ sung đầy đủ.');
  });

  it('gives the reason of a refusal, and what is at fault', async () => {
    const { body, count } = await tell(DossierRefusedV1, 'dossier.refused', {
      reason: 'Không thuộc thẩm quyền',
      faults: ITEMS,
    });
    expect(count).toBe(1);
    expect(body).toMatch(/^Lý do: Không thuộc thẩm quyền\nNội dung chưa đáp ứng yêu cầu:\n1\. Bản vẽ thiết kế: /);
  });

  it('tells a new due date with its reason, and that there is none while the term is paused', async () => {
    const moved = await tell(CaseDeadlineAdjustedV1, 'case.deadline-adjusted');
    expect(moved.count).toBe(1);
    expect(moved.body).toBe(`Lý do: Tạm dừng tính thời hạn trong thời gian bổ sung hồ sơ
Thời điểm hẹn trả kết quả mới: 14 giờ 58 phút, ngày 04 tháng 12 năm 2026
Thời điểm hẹn trả trước đây: 14 giờ 58 phút, ngày 02 tháng 12 năm 2026`);
    await story.twice(CaseDeadlineAdjustedV1, id, {
      ...sampleOf(CaseDeadlineAdjustedV1),
      dossierId: id,
      statutoryDueAt: null,
      promisedDueAt: null,
    });
    const paused = await eventually(async () => {
      const { body } = await story.citizen.get(`/notification/v1/messages?dossierId=${id}&limit=1`);
      return body.items[0].body !== moved.body && (body.items[0].body as string);
    });
    expect(paused).toContain('Thời hạn giải quyết tạm dừng');
  });

  it('tells of money received and of each receipt', async () => {
    expect((await tell(PaymentReceivedV1, 'payment.received')).body).toContain('Đã nhận 115.000 đồng lúc');
    const receipt = await tell(ReceiptIssuedV1, 'payment.receipt-issued', { kind: 'lePhi', adjusts: null });
    expect([receipt.title, receipt.count]).toEqual(['Biên lai thu lệ phí của hồ sơ H48.12-261124-0001', 1]);
  });

  it('tells of a part with what is still owed, and of each step of a refund, once each', async () => {
    const part = await tell(PaymentPartReceivedV1, 'payment.part-received');
    expect([part.body, part.count]).toEqual([expect.stringContaining('Số tiền còn phải nộp: 15.000 đồng'), 1]);
    const reversed = await tell(PaymentReversedV1, 'payment.reversed');
    expect([reversed.body, reversed.count]).toEqual([expect.stringContaining('Lý do: Ghi nhầm số biên lai'), 1]);
    expect((await tell(RefundListedV1, 'payment.refund-listed')).body).toContain('115.000 đồng');
    for (const [status, kind, says] of [
      ['approved', 'payment.refund-approved', 'đã được phê duyệt'],
      ['failed', 'payment.refund-failed', 'sẽ được thực hiện lại'],
      ['refunded', 'payment.refund-paid', 'đã được hoàn trả'],
      ['kept', 'payment.refund-kept', 'không được hoàn trả'],
    ] as const) {
      const told = await tell(RefundMovedV1, kind, { status, adjustedBy: [] });
      expect([told.body, told.count]).toEqual([expect.stringContaining(says), 1]);
    }
  });

  it('passes on what another body collects, with the body, the notice and how it is paid, once', async () => {
    const told = await tell(DossierOtherDueAskedV1, 'dossier.other-due');
    expect([told.title, told.count]).toEqual([
      'Khoản phải nộp cho Thuế cơ sở 2 tỉnh Quảng Ngãi của hồ sơ H48.12-261124-0001',
      1,
    ]);
    for (const words of ['Lệ phí trước bạ nhà, đất: 1.250.000 đồng', 'Căn cứ: Thông báo số 12/TB-TCS2'])
      expect(told.body).toContain(words);
  });

  it('tells once of a refund of a part, with the receipt that says so, and not before it is there', async () => {
    const { adjusts } = sampleOf(ReceiptIssuedV1);
    await story.twice(RefundMovedV1, id, {
      ...{ ...sampleOf(RefundMovedV1), dossierId: id, status: 'refunded' as const },
      adjustedBy: ['H48.12-PH-26E-0000002'],
    });
    const receiptNumber = 'H48.12-PH-26E-0000002';
    await story.twice(ReceiptIssuedV1, id, {
      ...sampleOf(ReceiptIssuedV1),
      dossierId: id,
      receiptNumber,
      adjusts: adjusts!,
    });
    const items = await eventually(async () => {
      const { body } = await story.citizen.get(`/notification/v1/messages?dossierId=${id}`);
      const told = body.items.filter(({ kind }: { kind: string }) => kind.startsWith('payment.'));
      return told.length > 0 && told;
    });
    expect(items.map(({ kind, body }: { kind: string; body: string }) => [kind, body])).toEqual([
      [
        'payment.receipt-adjusted',
        `Số tiền 115.000 đồng đã được hoàn trả theo đúng hình thức mà Ông/Bà đã nộp.
Biên lai số H48.12-PH-26E-0000001 được điều chỉnh giảm bằng biên lai số H48.12-PH-26E-0000002.
Lý do: Điều chỉnh số tiền phải nộp sau đính chính hồ sơ`,
      ],
    ]);
  });

  it('tells of the result and of its return', async () => {
    expect((await tell(CaseResultIssuedV1, 'case.result-issued')).body).toContain('Giấy chứng nhận, số 15/GCN-SXD');
    const returned = await tell(DossierReturnedV1, 'dossier.returned', { method: 'post', trackingNumber: 'EB1VN' });
    expect(returned.body).toContain('Mã bưu gửi: EB1VN');
    expect(returned.count).toBe(1);
  });

  it('tells of a result that the post has taken, that it could not bring, and of papers that were lost, once each (R19)', async () => {
    const posted = await tell(DossierPostedV1, 'dossier.posted');
    expect([posted.count, posted.body]).toEqual([1, expect.stringContaining('bưu tá thu khi phát: 26.000 đồng')]);
    const failed = await tell(DossierPostFailedV1, 'dossier.post-failed');
    expect([failed.count, failed.body]).toEqual([1, expect.stringContaining('Mã bưu gửi: EB123456789VN')]);
    const lost = await tell(DossierPapersLostV1, 'dossier.papers-lost');
    expect([lost.count, lost.body]).toEqual([1, expect.stringContaining('Lý do: Túi hồ sơ bị mất khi vận chuyển')]);
  });

  it('reminds of a fee with its amount and end, and of a result with where it is, once each (R19)', async () => {
    const fee = await tell(DossierReminderDueV1, 'dossier.payment-reminder');
    expect([fee.count, fee.body]).toEqual([1, expect.stringContaining('Số tiền phải nộp: 115.000 đồng')]);
    // It lies at another office than the one that received it.
    const asked = { awaited: 'collection', owed: 0, endsAt: null, collectAt: 'H48.201' };
    const result = await tell(DossierReminderDueV1, 'dossier.collection-reminder', asked);
    expect([result.count, result.body]).toEqual([1, expect.stringContaining('Nơi trả kết quả: H48.201.')]);
  });

  it('tells of a result that was revoked, and of one that takes its place, once each (R20)', async () => {
    const revoked = { name: 'Giấy chứng nhận', number: '15/GCN-SXD', reason: 'Cấp sai đối tượng', replacedBy: null };
    expect((await tell(CaseResultRevokedV1, 'case.result-revoked', revoked)).body).toContain(
      'Lý do: Cấp sai đối tượng',
    );
    const replaces = { number: '15/GCN-SXD', sha256: '0f'.repeat(32), reason: 'Sai tên chủ cơ sở' };
    const issued = await tell(CaseResultIssuedV1, 'case.result-replaced', { number: '16/GCN-SXD', replaces });
    expect(issued.body).toContain('số 16/GCN-SXD, thay thế văn bản số 15/GCN-SXD');
    await story.twice(CaseResultRevokedV1, id, {
      ...sampleOf(CaseResultRevokedV1),
      dossierId: id,
      replacedBy: '16/GCN-SXD',
    });
    // What comes after it shows that it was heard, and told of nothing.
    expect((await tell(CaseSupplementRejectedV1, 'case.supplement-rejected', { reason: 'Đã quá hạn' })).count).toBe(1);
    const { body } = await story.citizen.get(`/notification/v1/messages?dossierId=${id}`);
    const kinds = (body.items as { kind: string }[]).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind.startsWith('case.result-')).sort()).toEqual([
      'case.result-replaced',
      'case.result-revoked',
    ]);
  });

  it('says with the result what is owed for it, until that is paid (R16)', async () => {
    const owing = await story.submitted({
      status: 'registered',
      feeLines: [{ ...sampleOf(DossierSubmittedV1).feeLines[0]!, net: 50_000, collectedAt: 'beforeReturn' }],
    });
    await story.moved(owing, { from: 'processing', to: 'processed', at: '2026-12-01T16:00:00+07:00' });
    const told = await eventually(async () => {
      const { body } = await story.citizen.get(`/notification/v1/messages?dossierId=${owing}`);
      return (body.items as { kind: string; body: string }[]).find(({ kind }) => kind === 'dossier.processed')?.body;
    });
    expect(told).toContain('Còn phải nộp trước khi nhận kết quả: 50.000 đồng');
  });

  const owedWithResult = async (dossierId: string): Promise<string> => {
    await story.moved(dossierId, { from: 'processing', to: 'processed', at: '2026-12-01T16:00:00+07:00' });
    return eventually(async () => {
      const { body } = await story.citizen.get(`/notification/v1/messages?dossierId=${dossierId}`);
      return (body.items as { kind: string; body: string }[]).find(({ kind }) => kind === 'dossier.processed')?.body;
    });
  };
  const paidFor = async (dossierId: string, collectedAt: string): Promise<void> => {
    const dueNothingMore = { beforeAcceptance: true, onDemand: true, beforeReturn: true };
    const paid = { ...sampleOf(PaymentReceivedV1), dossierId, collectedAt: [collectedAt], dueNothingMore };
    await story.twice(PaymentReceivedV1, dossierId, paid);
    await story.logWhen(dossierId, (lines) => lines.some(({ kind }) => kind === 'payment.received'));
  };

  it('says the same where a payment and a correction cross: what was paid stays paid, and no other fee is (R16)', async () => {
    const feeLine = sampleOf(DossierSubmittedV1).feeLines[0]!;
    const lines = [
      { ...feeLine, net: 115_000, collectedAt: 'beforeAcceptance' },
      { ...feeLine, net: 50_000, collectedAt: 'beforeReturn' },
    ] as const;
    const correct = async (dossierId: string): Promise<void> => {
      const change = { dossierId, applicantRef: APPLICANT, feeLines: lines, fields: ['/variant'] };
      await story.twice(DossierCorrectedV1, dossierId, { ...sampleOf(DossierCorrectedV1), ...change });
      await story.logWhen(dossierId, (log) => log.some(({ kind }) => kind === 'dossier.corrected'));
    };
    const [paidFirst, correctedFirst] = [
      await story.submitted({ feeLines: lines }),
      await story.submitted({ feeLines: [lines[0]] }),
    ];
    await paidFor(paidFirst, 'beforeReturn');
    await paidFor(paidFirst, 'beforeAcceptance');
    await correct(paidFirst);
    await correct(correctedFirst);
    await paidFor(correctedFirst, 'beforeAcceptance');
    expect(await owedWithResult(paidFirst)).not.toContain('Còn phải nộp');
    expect(await owedWithResult(correctedFirst)).toContain('Còn phải nộp trước khi nhận kết quả: 50.000 đồng');
  });

  it('names the date that the case has set, where what intake said before that comes after it', async () => {
    await tell(CaseDeadlineAdjustedV1, 'case.deadline-adjusted');
    await story.moved(id, { from: 'registered', to: 'accepted', dueAt: '2026-12-02T14:58:00+07:00' });
    await story.logWhen(id, (lines) => lines.some(({ kind }) => kind === 'dossier.accepted'));
    await story.twice(CaseStepChangedV1, id, { ...sampleOf(CaseStepChangedV1), dossierId: id });
    await story.logWhen(id, (lines) => lines.some(({ kind }) => kind === 'task.assigned'));
    const [assigned] = await story.system.sql<{ data: { dueAt: string } }>(
      "SELECT data FROM notification.delivery WHERE dossier_id = $1 AND kind = 'task.assigned'",
      [id],
    );
    expect(assigned?.data.dueAt).toBe('2026-12-04T07:58:00Z');
  });

  it('waits for the words of a procedure that is announced later than its dossier comes', async () => {
    const announced = sampleOf(ProcedureVersionAnnouncedV1);
    const [procedureCode, dossierId] = ['1.000099', await story.submitted({ procedureCode: '1.000099' })];
    const items = [{ component: 'DON', field: null, reason: 'Chưa ký' }];
    await story.twice(DossierSupplementRequestedV1, dossierId, {
      ...sampleOf(DossierSupplementRequestedV1),
      dossierId,
      items,
    });
    await eventually(
      async () =>
        (await story.system.sql('SELECT FROM notification.inbox_parked WHERE key = $1', [dossierId])).length === 1,
    );
    const components = [{ ...announced.variants[0]!.components[0]!, code: 'DON', name: 'Đơn đề nghị' }];
    const variants = [{ ...announced.variants[0]!, components }];
    await story.twice(ProcedureVersionAnnouncedV1, procedureCode, { ...announced, code: procedureCode, variants });
    const { text } = await story.letter(dossierId, 'dossier.supplement-requested');
    expect(text).toContain('1. Đơn đề nghị: Chưa ký');
  });

  it('tells that the dossier was corrected, and which office has it where it was forwarded (R19)', async () => {
    const same = { applicantRef: APPLICANT };
    const corrected = await tell(DossierCorrectedV1, 'dossier.corrected', same);
    expect(corrected).toMatchObject({ count: 1, title: 'Đã đính chính thông tin hồ sơ H48.12-261124-0001' });
    const fields = ['/receivingAgency'];
    const forwarded = await tell(DossierCorrectedV1, 'dossier.forwarded', { ...same, fields });
    expect(forwarded).toMatchObject({
      count: 1,
      title: 'Hồ sơ H48.12-261124-0001 đã được chuyển đến Sở Xây dựng',
    });
  });

  it('tells why what the applicant asked of the case was refused', async () => {
    expect((await tell(CaseWithdrawalRefusedV1, 'case.withdrawal-refused', { reason: 'Đã ký kết quả' })).body).toBe(
      'Lý do: Đã ký kết quả',
    );
    expect((await tell(CaseSupplementRejectedV1, 'case.supplement-rejected', { reason: 'Đã quá hạn' })).count).toBe(1);
  });

  it('tells the officer of the task, and the applicant who holds the dossier now', async () => {
    const officer = await story.system.as({ sub: `officer-${id}`, roles: ['specialist'], agency: 'H48.12' });
    // Who takes the case in hand first is told by the change of status.
    const first = { subject: 'officer-first', name: 'Trần Văn Giả' };
    await story.twice(CaseStepChangedV1, id, { ...sampleOf(CaseStepChangedV1), dossierId: id, officer: first });
    const subject = { officer: { subject: `officer-${id}`, name: 'Lê Thị Thử' } };
    const { body, count } = await tell(CaseStepChangedV1, 'dossier.handed-over', subject);
    expect(count).toBe(1);
    expect(body).toContain('Cơ quan đang giải quyết: Sở Xây dựng\nNgười thụ lý: Lê Thị Thử');
    const tasks = (await officer.get('/notification/v1/messages')).body.items;
    expect(tasks).toHaveLength(1);
    expect(tasks[0]).toMatchObject({ kind: 'task.assigned', title: 'Hồ sơ H48.12-261124-0001: Thẩm định hồ sơ' });
    const log = await story.log(id);
    const told = log.filter(({ kind }) => kind === 'task.assigned' || kind === 'dossier.handed-over');
    expect(told.map(({ kind, channel, state }) => `${kind} ${channel} ${state}`).sort()).toEqual([
      'dossier.handed-over inApp sent',
      'task.assigned inApp sent',
      'task.assigned inApp sent',
    ]);
  });

  it.each<[Contract, string, string]>([
    [CaseDueSoonV1, 'case.due-soon', 'Hồ sơ H48.12-261124-0001 sắp đến hạn'],
    [CaseBecameOverdueV1, 'case.overdue', 'Hồ sơ H48.12-261124-0001 đã quá hạn'],
    [CaseEscalatedV1, 'case.escalated', 'Hồ sơ H48.12-261124-0001 cần lãnh đạo xem xét'],
    [CaseSupplementCompletedV1, 'case.supplement-completed', 'Hồ sơ H48.12-261124-0001 đã được bổ sung'],
    [CaseSupplementPartGivenV1, 'case.supplement-part-given', 'Hồ sơ H48.12-261124-0001 đã được bổ sung một phần'],
    [CaseWithdrawnV1, 'case.withdrawn', 'Hồ sơ H48.12-261124-0001 đã được rút'],
  ])('tells officer and leaders, not the applicant, once: %p', async (contract, kind, title) => {
    const leader = await story.system.as({ sub: `leader-${id}`, roles: ['leader'], agency: 'H48.12' });
    const tell = [
      { subject: `leader-${id}`, name: 'Trần Văn Thử' },
      { subject: 'officer-specialist-01', name: 'Lê Thị Thử' },
    ];
    await story.twice(contract, id, { ...sampleOf(contract), dossierId: id, tell });
    const log = await story.logWhen(id, (lines) => lines.filter((line) => line.kind === kind).length === tell.length);
    expect(log.filter((line) => line.kind === kind).map(({ channel, state }) => `${channel} ${state}`)).toEqual([
      'inApp sent',
      'inApp sent',
    ]);
    expect((await leader.get('/notification/v1/messages')).body.items).toMatchObject([{ kind, title }]);
  });

  it.each<[Contract, string, string]>([
    [DossierSupplementCancelledV1, 'dossier.supplement-cancelled', 'Lý do: '],
    [CaseSupplementCancelledV1, 'dossier.supplement-cancelled', 'Lý do: '],
    [DossierFeeDemandedV1, 'dossier.fee-demanded', '150.000 đồng'],
    [CaseFeeDemandedV1, 'dossier.fee-demanded', '150.000 đồng'],
    [DossierSupplementDeadlineMovedV1, 'case.supplement-deadline-adjusted', 'ngày 11 tháng 12 năm 2026'],
  ])('tells the applicant, once: %p', async (contract, kind, says) => {
    const { body, count } = await tell(contract, kind);
    expect([body, count]).toEqual([expect.stringContaining(says), 1]);
  });

  it('tells the applicant of an apology for lateness, with its reason and the new date (R13)', async () => {
    const { body, count } = await tell(CaseApologisedV1, 'case.apologised');
    expect(count).toBe(1);
    expect(body).toContain('Lý do: Chờ kết quả kiểm tra thực địa');
    expect(body).toContain('Thời điểm hẹn lại: 15 giờ 00 phút, ngày 07 tháng 12 năm 2026');
  });

  it('tells the applicant that an officer wrote, and who was written to of what the applicant wrote', async () => {
    const { body, count } = await tell(DossierMessageSentV1, 'dossier.message-from-office');
    expect(count).toBe(1);
    expect(body).toContain('Người gửi: Lê Thị Thử');
    const reader = await story.system.as({ sub: `reader-${id}`, roles: ['clerk'], agency: 'H48.12' });
    const written = { fromApplicant: true, by: null, tell: [{ subject: `reader-${id}`, name: 'Võ Văn Mẫu' }] };
    await story.twice(DossierMessageSentV1, id, { ...sampleOf(DossierMessageSentV1), dossierId: id, ...written });
    const read = await eventually(async () => {
      const { items } = (await reader.get('/notification/v1/messages')).body;
      return items.length > 0 && items;
    });
    expect(read).toMatchObject([{ kind: 'dossier.message-from-applicant' }]);
  });

  it('tells cashiers and leaders once of a receipt that nobody has recorded (R16)', async () => {
    const cashier = await story.system.as({ sub: `cashier-${id}`, roles: ['cashier'], agency: 'H48.12' });
    const data = { ...sampleOf(DossierReceiptUnconfirmedV1), dossierId: id, tell: [`cashier-${id}`] };
    await story.twice(DossierReceiptUnconfirmedV1, id, data);
    const read = await eventually(async () => {
      const { items } = (await cashier.get('/notification/v1/messages')).body;
      return items.length > 0 && items;
    });
    expect(read).toMatchObject([{ kind: 'dossier.receipt-unconfirmed' }]);
    expect(read).toHaveLength(1);
  });

  it('tells the applicant what is still missing once a part of a supplement is there', async () => {
    const { body, count } = await tell(DossierSupplementPartGivenV1, 'dossier.supplement-part-given');
    expect(count).toBe(1);
    expect(body).toContain('Bản vẽ chưa có chữ ký của người lập');
  });

  it('tells the applicant of a supplement deadline that moved', async () => {
    const { body, count } = await tell(CaseSupplementDeadlineAdjustedV1, 'case.supplement-deadline-adjusted');
    expect(count).toBe(1);
    expect(body).toContain('Đề nghị Ông/Bà bổ sung chậm nhất lúc 15 giờ 30 phút, ngày 11 tháng 12 năm 2026.');
  });

  it('waits with what a faster topic says of a dossier that has not come yet', async () => {
    id = newId();
    await story.twice(PaymentReceivedV1, id, { ...sampleOf(PaymentReceivedV1), dossierId: id });
    await eventually(
      async () => (await story.system.sql('SELECT FROM notification.inbox_parked WHERE key = $1', [id])).length === 1,
    );
    await story.submittedAs(id);
    const log = await story.logWhen(id, (lines) => lines.length === 2);
    expect(log.map(({ kind }) => kind)).toEqual(['payment.received', 'payment.received']);
  });
});

describe('contacts that come late, or are erased', () => {
  let story: NotificationStory;
  beforeAll(async () => {
    story = await NotificationStory.start();
  });
  afterAll(() => story.stop());

  const REF = 'applicant-of-the-spec';
  const registered = { from: 'draft', to: 'registered', dueAt: null, applicantRef: REF } as const;

  it('holds the mail until the contact comes, and then sends it', async () => {
    const id = await story.submitted({ applicantRef: REF });
    await story.moved(id, registered);
    const held = await story.logWhen(id, (lines) => lines.length === 2);
    expect(held.find(({ channel }) => channel === 'email')).toMatchObject({ state: 'waitingForContact', attempts: 0 });
    await story.contact({}, REF);
    await story.logWhen(id, (lines) => lines.every(({ state }) => state === 'sent'));
    // Without the agency's own event its identifier stands for its name.
    expect((await story.letter(id, 'dossier.registered')).text).toContain('Sở Xây dựng đã nhận được hồ sơ');
  });

  it('never loses a mail to the moment between looking for the contact and waiting for it', async () => {
    const ref = 'in-between';
    const dossierId = await story.submitted({ applicantRef: ref });
    const unitOfWork = story.system.get('notification', UnitOfWork);
    const applicants = story.system.get('notification', Applicants);
    const { sealed, wrappedKey } = sealEnvelope('sealing-key-of-the-test-run-0000000000', CONTACT);
    const looked = Promise.withResolvers<undefined>();
    // Begun out here: it is no part of the transaction that looks.
    const contact = looked.promise.then(() =>
      unitOfWork.run((other) => applicants.save(other, ref, sealed, wrappedKey)),
    );
    await unitOfWork.run(async (tx) => {
      expect(await applicants.lock(tx, [ref])).toEqual(new Map([[ref, 'unknown']]));
      looked.resolve(undefined);
      // The contact comes now, and has to wait until what waits for it is written.
      await eventually(async () => {
        const waiting = await story.system.sql(
          `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
        );
        return waiting.length === 1;
      }, 5);
      await tx.query(
        `INSERT INTO delivery (id, event_id, recipient, channel, kind, dossier_id, dossier_code, applicant_ref, data, state, occurred_at)
         SELECT gen_random_uuid(), gen_random_uuid(), $1, 'email', 'dossier.accepted', $2, 'H48.12-261124-0001', $1,
           '{"code": "x", "agencyName": "y", "procedureName": "z"}', 'waitingForContact', now()`,
        [ref, dossierId],
      );
    });
    await contact;
    const log = await story.logWhen(dossierId, (lines) => lines.every(({ state }) => state === 'sent'));
    expect(log).toHaveLength(1);
  });

  it('sends everything, where contacts and moves of many come all at once', async () => {
    const refs = Array.from({ length: 20 }, (_, n) => `applicant-${n}`);
    const ids = await Promise.all(refs.map((applicantRef) => story.submitted({ applicantRef })));
    await Promise.all(
      refs.flatMap((applicantRef, n) => [
        story.moved(ids[n]!, { ...registered, applicantRef }),
        story.contact({}, applicantRef),
      ]),
    );
    for (const id of ids)
      await story.logWhen(id, (lines) => lines.length === 2 && lines.every(({ state }) => state === 'sent'));
  });

  it('says so where the contact has no address', async () => {
    await story.contact({ email: null }, 'no-address');
    const id = await story.submitted({ applicantRef: 'no-address' });
    await story.moved(id, { ...registered, applicantRef: 'no-address' });
    const log = await story.logWhen(id, (lines) => lines.some(({ state }) => state === 'notSent'));
    expect(log.find(({ channel }) => channel === 'email')).toMatchObject({ reason: 'noAddress' });
  });

  it('sends nothing to an erased applicant, neither what waited nor what comes later, and keeps no key', async () => {
    const waiting = await story.submitted({ applicantRef: 'erased' });
    await story.moved(waiting, { ...registered, applicantRef: 'erased' });
    await story.logWhen(waiting, (lines) => lines.length === 2);
    await story.erase('erased');
    const log = await story.logWhen(waiting, (lines) => lines.some(({ state }) => state === 'notSent'));
    expect(log.find(({ channel }) => channel === 'email')).toMatchObject({ reason: 'applicantErased', attempts: 0 });
    const later = await story.submitted({ applicantRef: 'erased' });
    await story.moved(later, { ...registered, applicantRef: 'erased' });
    const nothing = await story.logWhen(later, (lines) => lines.length === 2);
    expect(nothing.map(({ state, reason }) => `${state} ${reason}`)).toEqual([
      'notSent applicantErased',
      'notSent applicantErased',
    ]);
    const [row] = await story.system.sql(
      `SELECT sealed, wrapped_key, erased FROM notification.applicant WHERE applicant_ref = 'erased'`,
    );
    expect(row).toEqual({ sealed: null, wrapped_key: null, erased: true });
  });

  it('gives a mail up, visibly, whose contact cannot be unsealed', async () => {
    await story.system.sql(
      `INSERT INTO notification.applicant (applicant_ref, sealed, wrapped_key) VALUES ('foreign-key', 'AAAA', 'AAAA')`,
    );
    const id = await story.submitted({ applicantRef: 'foreign-key' });
    await story.moved(id, { ...registered, applicantRef: 'foreign-key' });
    const log = await story.logWhen(id, (lines) => lines.some(({ attempts }) => attempts >= 2));
    expect(log.find(({ channel }) => channel === 'email')).toMatchObject({ state: 'due', reason: 'cannotBeMade' });
  });
});
