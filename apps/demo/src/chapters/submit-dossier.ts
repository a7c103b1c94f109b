import { exampleOf, type Json, samplePaper } from '@motcua/scenario';
import { moveClock, type ScenarioDossier, type ScenarioWorld } from '../scenario/scenario-world.js';
import { sayMoney, sayWhen } from '../scenario/words.js';

export const HOME = 'Số 1 đường Mẫu, phường Cẩm Thành, tỉnh Quảng Ngãi';

const FORM_OF_THE_STORY = {
  tenCoSo: 'Cửa hàng thuốc thú y Mẫu',
  diaChiCoSo: HOME,
  soDienThoai: '0900000001',
  nguoiQuanLy: 'Nguyễn Thị Mẫu',
  soChungChiHanhNghe: '001/CCHN-TY',
  ngayCapChungChi: '2026-03-02',
  loaiSanPham: ['Dược phẩm', 'Vắc-xin'],
  coMayPhatDienDuPhong: true,
};

/** Who hands in: the applicant online, the one-stop officer for whoever stands at the counter. */
export const sender = ({ participants, procedure }: ScenarioWorld): ScenarioWorld['participants']['clerk'] =>
  procedure.channel === 'online' ? participants.citizen : participants.clerk;

/** A citizen; where a procedure is for others only, somebody who acts for one of them. */
const applicant = ({ participants: { citizen }, procedure: { subjects } }: ScenarioWorld): object => ({
  ...(subjects.includes('citizen') || subjects.includes('other')
    ? {
        kind: subjects.includes('citizen') ? 'citizen' : 'other',
        identity: { type: 'citizenId', number: citizen.citizen_id },
      }
    : { kind: 'enterprise', identity: { type: 'taxCode', number: '0000000017' } }),
  fullName: citizen.name,
  phone: '+84900000001',
  email: 'mau@example.test',
  address: HOME,
});

async function draft(world: ScenarioWorld, receivingAgency: string): Promise<ScenarioDossier> {
  const { client, expect, procedure, tell } = world;
  const who = sender(world);
  const { code, channel, competentAgency } = procedure;
  const isOurs = code === '1.001686';
  const answer = expect.answered(
    'a draft is made',
    201,
    await client.post(who.subject, '/intake/v1/dossiers', {
      headers: { prefer: 'wait=5' },
      json: {
        procedureCode: code,
        variant: procedure.variant.code as string,
        channel,
        receivingAgency,
        competentAgency,
        applicant: applicant(world),
        delivery: { method: 'post', address: HOME },
        formData: isOurs ? FORM_OF_THE_STORY : exampleOf(procedure.formSchema),
      },
    }),
  );
  const body = answer.body;
  expect.equal('status of the draft', body.status, 'draft');
  expect.equal('faults of the form', body.faults ?? [], []);
  const required = (procedure.variant.components as Json[]).filter((one) => one.required).map((one) => one.code);
  expect.equal('papers that the draft says are missing', [...body.missing].sort(), [...required].sort());
  tell.scene({
    at: body.createdAt,
    who,
    service: 'dossier-intake',
    vi: `Lập hồ sơ: ${procedure.name}`,
    en: `Drafts a dossier for procedure ${code}, ${channel}; ${required.length} papers are required`,
    status: 'draft',
  });
  return { id: body.id, code: '', etag: answer.etag, view: body };
}

async function attachPapers(world: ScenarioWorld, dossier: ScenarioDossier): Promise<ScenarioDossier> {
  const { client, expect, procedure, tell, participants, dates } = world;
  let { etag } = dossier;
  const components = (procedure.variant.components as Json[]).filter((one) => one.required);
  const details: string[] = [];
  for (const { code, name } of components) {
    const bytes = await samplePaper(name, participants.citizen.name, dates.submitted);
    const answer = expect.answered(
      `${code} is uploaded`,
      201,
      await client.post(
        sender(world).subject,
        `/intake/v1/dossiers/${dossier.id}/files?component=${encodeURIComponent(code)}`,
        {
          file: { name: `${code}.pdf`, bytes },
        },
      ),
    );
    expect.equal('type as sniffed', answer.body.mediaType, 'application/pdf');
    expect.equal('size', answer.body.size, bytes.length);
    etag = answer.etag;
    details.push(`· ${name} (${code}.pdf, ${bytes.length} B)`);
  }
  tell.scene({
    at: dates.submitted.toString(),
    who: sender(world),
    service: 'dossier-intake',
    vi: `Đính kèm ${components.length} giấy tờ`,
    en: `Attaches ${components.length} papers`,
    details,
  });
  return { ...dossier, etag };
}

const feeLine = ({ kind, name, base, net, collectedAt, reduction }: Json): string[] => [
  `· ${kind === 'phi' ? 'Phí' : 'Lệ phí'} ${sayMoney(base)} → ${sayMoney(net)}  ${name}`,
  `  ${collectedAt === 'beforeAcceptance' ? 'nộp trước khi tiếp nhận · due before acceptance' : 'nộp trước khi trả kết quả · due before the return'}`,
  ...(reduction
    ? [
        `  giảm ${reduction.basisPoints / 100}% theo ${reduction.legalBasis} · reduced by policy ${reduction.policy} (R17)`,
      ]
    : []),
];

/** Whoever took it: its code, its fee and its status are as they must be (R1, R6, R16, R17). */
export function expectSubmission({ expect, dates, procedure }: ScenarioWorld, view: Json): void {
  const day = dates.submitted
    .toZonedDateTimeISO('Asia/Ho_Chi_Minh')
    .toPlainDate()
    .toString()
    .slice(2)
    .replaceAll('-', '');
  expect.holds(
    'code of the dossier (R1)',
    new RegExp(`^${String(view.receivingAgency).replaceAll('.', '\\.')}-${day}-\\d{4,}$`).test(view.code),
    view.code,
  );
  const lines = view.feeLines as Json[];
  for (const { base, net, reduction, code } of lines)
    expect.equal(
      `net of ${code} (R17)`,
      net,
      base - Math.floor((base * (reduction?.basisPoints ?? 0) + 5000) / 10_000),
    );
  if (procedure.code === '1.001686') {
    expect.equal(
      'fee lines',
      lines.map(({ base, net, kind }) => [kind, base, net]),
      [['phi', 230_000, 115_000]],
    );
    expect.equal('reduction', lines[0]?.reduction?.policy, 'QNG-ONLINE-50');
    expect.equal('status', view.status, 'paymentRequired');
    expect.equal('reception due while a fee is owed (R6)', view.receptionDueAt, null);
  }
}

/** What the submission cost, line by line. */
export const sayFees = ({ feeLines }: Json): string[] =>
  feeLines.length > 0 ? (feeLines as Json[]).flatMap(feeLine) : ['· Không thu phí, lệ phí · no fee is owed'];

/** By when a dossier without a fee must be accepted. */
export function tellReceptionDue({ tell }: ScenarioWorld, { receptionDueAt }: Json): void {
  if (receptionDueAt !== null)
    tell.line(`  Phải tiếp nhận trước ${sayWhen(receptionDueAt)} · reception is due by then (R6)`);
}

/** R1, R14, R16, R17: the dossier gets its code and its fee. */
export async function submitDossier(
  world: ScenarioWorld,
  receivingAgency = world.procedure.competentAgency,
): Promise<ScenarioDossier> {
  const { client, expect, tell, dates } = world;
  await moveClock(world, dates.submitted);
  const drafted = await attachPapers(world, await draft(world, receivingAgency));
  const answer = expect.answered(
    'the dossier is submitted',
    201,
    await client.post(sender(world).subject, `/intake/v1/dossiers/${drafted.id}/submission`, { seen: drafted.etag }),
  );
  const view = answer.body;
  expectSubmission(world, view);
  tell.scene({
    at: view.submittedAt,
    who: sender(world),
    service: 'dossier-intake',
    vi: `Nộp hồ sơ, được cấp mã ${view.code}`,
    en: `Submits the dossier; it gets the code ${view.code} (R1)`,
    status: view.status,
    details: sayFees(view),
  });
  tellReceptionDue(world, view);
  return { id: drafted.id, code: view.code, etag: answer.etag, view };
}
