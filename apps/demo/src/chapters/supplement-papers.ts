import { type Json, portalPaper, samplePaper } from '@motcua/scenario';
import { actAtPortal, lookAtPortal, portalTime } from '../scenario/at-portal.js';
import {
  awaitAnswer,
  awaitStatus,
  moveClock,
  type ScenarioDossier,
  type ScenarioWorld,
} from '../scenario/scenario-world.js';
import { sayWhen } from '../scenario/words.js';
import type { Acceptance } from './accept-dossier.js';
import { readCase } from './assign-officer.js';
import { sender } from './submit-dossier.js';

const REASON = 'Bản chụp bị mờ, không đọc được số và ngày cấp. Đề nghị gửi lại bản rõ.';

/** R8, R9, R21: the specialist asks for a better copy; the clock stands still. */
async function requestSupplement(
  world: ScenarioWorld,
  { id }: ScenarioDossier,
  { code: component, name }: Json,
): Promise<Json> {
  const { client, expect, tell, participants, dates } = world;
  await moveClock(world, dates.supplementRequested);
  const { body: before, etag } = await readCase(world, participants.specialist.subject, id);
  const answer = expect.answered(
    'a supplement is requested',
    201,
    await client.post(participants.specialist.subject, `/workflow/v1/cases/${id}/supplement-requests`, {
      seen: etag,
      json: { items: [{ component, reason: REASON }] },
    }),
  );
  const now = (await readCase(world, participants.specialist.subject, id)).body;
  const request = now.supplements.at(-1);
  const paused = Temporal.Instant.compare(request.requestedAt, before.statutoryDueAt) < 0;
  if (paused)
    expect.equal('due dates while the clock stands still', [now.statutoryDueAt, now.promisedDueAt], [null, null]);
  const dossier = await awaitStatus(world, id, 'supplementRequired');
  tell.scene({
    at: request.requestedAt,
    who: participants.specialist,
    service: 'processing-workflow',
    vi: `Yêu cầu bổ sung “${name}”: ${REASON}`,
    en: `Asks for ${component} again: the copy cannot be read. The clock is paused (R8)`,
    status: dossier.view.status,
    details: [`· Hạn bổ sung ${sayWhen(request.deadlineAt)} · to be given by then (R9)`],
  });
  return { ...request, status: answer.status };
}

/** The applicant reads at the portal what is asked for, and gives it there; the portal tells the province. */
async function completeAtPortal(
  world: ScenarioWorld,
  portalCode: string,
  { code: component, name }: Json,
): Promise<void> {
  const { expect, tell, participants, dates } = world;
  const isOpen = ({ NgayTiepNhanBoSung }: Json): boolean => NgayTiepNhanBoSung === '';
  const { body } = await awaitAnswer(
    world,
    'the portal shows what is asked for',
    () => lookAtPortal(world, portalCode),
    ({ status, body: held }) =>
      status === 200 && held.record.TrangThaiHoSo === '5' && (held.record.DanhSachHoSoBoSung as Json[]).some(isOpen),
  );
  const asked = (body.record.DanhSachHoSoBoSung as Json[]).find(isOpen);
  expect.equal('what the portal shows', [asked.NoiDungBoSung, asked.TrangThaiBoSung], [REASON, '1']);
  await moveClock(world, dates.supplementCompleted);
  const bytes = await samplePaper(`${name} (bản rõ)`, participants.citizen.name, dates.supplementCompleted);
  await actAtPortal(world, 'supplements', {
    MaYeuCau: `${portalCode}/${asked.HoSoBoSungId}`,
    MaHoSo: portalCode,
    HoSoBoSungId: asked.HoSoBoSungId,
    NgayTiepNhanBoSung: portalTime(dates.supplementCompleted),
    papers: [portalPaper(component, `${component}-ban-ro.pdf`, bytes)],
  });
  tell.scene({
    at: dates.supplementCompleted.toString(),
    who: participants.citizen,
    service: 'portal-simulator',
    vi: `Nộp bổ sung “${name}” trên Cổng Dịch vụ công quốc gia`,
    en: `Gives ${component} again at the national portal; answered 202: the case decides`,
  });
}

/** The applicant sends it; intake takes it (202), and the case decides. */
async function completeSupplement(
  world: ScenarioWorld,
  { id }: ScenarioDossier,
  { code: component, name }: Json,
  number: number,
): Promise<void> {
  const { client, expect, tell, participants, dates } = world;
  await moveClock(world, dates.supplementCompleted);
  const who = sender(world);
  const bytes = await samplePaper(`${name} (bản rõ)`, participants.citizen.name, dates.supplementCompleted);
  const uploaded = expect.answered(
    'the paper is uploaded again',
    201,
    await client.post(who.subject, `/intake/v1/dossiers/${id}/files?component=${encodeURIComponent(component)}`, {
      file: { name: `${component}-ban-ro.pdf`, bytes },
    }),
  );
  // What an office does for somebody rests on a request that the person has signed.
  const signed =
    world.procedure.channel === 'online'
      ? null
      : expect.answered(
          'the signed request is uploaded',
          201,
          await client.post(who.subject, `/intake/v1/dossiers/${id}/files?component=VAN-BAN-DE-NGHI`, {
            file: { name: 'van-ban-de-nghi.pdf', bytes },
          }),
        );
  const completed = expect.answered(
    'the supplement is completed',
    202,
    await client.post(who.subject, `/intake/v1/dossiers/${id}/supplement-requests/${number}/completion`, {
      seen: (signed ?? uploaded).etag,
      json: signed ? { askedBy: world.participants.citizen.name, signedRequest: signed.body.id } : {},
    }),
  );
  tell.scene({
    at: completed.body.supplementRequests.at(-1).givenAt,
    who,
    service: 'dossier-intake',
    vi: `Gửi bổ sung “${name}”`,
    en: `Sends ${component} again; answered 202: the case decides`,
  });
}

/** One supplement from request to completion; the clock runs again with the time that was left. */
export async function supplementPapers(
  world: ScenarioWorld,
  { dossier, acceptedAt }: Acceptance,
): Promise<ScenarioDossier> {
  const { client, expect, tell, participants, dates, dueByHand, procedure } = world;
  const component = (procedure.variant.components as Json[]).filter((one) => one.required).at(-1);
  if (component === undefined) return dossier;
  const request = await requestSupplement(world, dossier, component);
  if (world.portalCode === null) await completeSupplement(world, dossier, component, request.number);
  else await completeAtPortal(world, world.portalCode, component);
  const { body: found } = await awaitAnswer(
    world,
    'the case takes the completion',
    () => client.get(participants.specialist.subject, `/workflow/v1/cases/${dossier.id}`),
    (answer) => answer.body.supplements.at(-1).completedAt !== null,
  );
  const { statutoryDueAt, promisedDueAt, supplements } = found;
  if (dueByHand) {
    const requested = Temporal.Instant.from(request.requestedAt).since(dates.supplementRequested);
    const completed = Temporal.Instant.from(supplements.at(-1).completedAt).since(dates.supplementCompleted);
    const late = acceptedAt.since(dates.accepted).subtract(requested).add(completed);
    expect.sameInstant('statutory due date after the pause', statutoryDueAt, dueByHand.statutoryAfter.add(late));
    expect.sameInstant('promised due date after the pause', promisedDueAt, dueByHand.promisedAfter.add(late));
  }
  const again = await awaitStatus(world, dossier.id, 'processing');
  expect.equal(
    'intake shows the dates of the case',
    [again.view.statutoryDueAt, again.view.promisedDueAt],
    [statutoryDueAt, promisedDueAt],
  );
  tell.scene({
    at: supplements.at(-1).completedAt,
    who: { name: 'Hệ thống · the system' },
    service: 'processing-workflow',
    vi: 'Nhận bổ sung; thời hạn tính tiếp phần còn lại',
    en: 'The supplement is taken; the term runs on with what was left of it (R8)',
    status: 'processing',
    details: [
      `· Hạn theo quy định   ${sayWhen(statutoryDueAt)} · due by law`,
      `· Hẹn trả kết quả     ${sayWhen(promisedDueAt)} · promised`,
    ],
  });
  return again;
}
