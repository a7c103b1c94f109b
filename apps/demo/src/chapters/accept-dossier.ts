import { moveClock, type ScenarioDossier, type ScenarioWorld } from '../scenario/scenario-world.js';
import { sayWhen } from '../scenario/words.js';

/** What acceptance froze (R14), as later chapters need it. */
export interface Acceptance {
  readonly dossier: ScenarioDossier;
  readonly acceptedAt: Temporal.Instant;
}

/** R3, R17, R18: the term begins; the slip says both due dates. */
export async function acceptDossier(world: ScenarioWorld, submitted: ScenarioDossier): Promise<Acceptance> {
  const { client, expect, tell, participants, dates, dueByHand } = world;
  await moveClock(world, dates.accepted);
  const listed = expect.answered(
    "the one-stop's list",
    200,
    await client.get(participants.clerk.subject, `/intake/v1/dossiers?code=${submitted.code}`),
  );
  expect.equal('dossiers in the list', listed.body.items.length, 1);
  const answer = expect.answered(
    'the dossier is accepted',
    201,
    await client.post(participants.clerk.subject, `/intake/v1/dossiers/${submitted.id}/acceptance`, {
      seen: submitted.etag,
      json: {},
    }),
  );
  const view = answer.body;
  const acceptedAt = Temporal.Instant.from(view.acceptedAt);
  if (dueByHand) {
    const late = acceptedAt.since(dates.accepted);
    expect.sameInstant('statutory due date', view.statutoryDueAt, dueByHand.statutory.add(late));
    expect.sameInstant('promised due date (R17)', view.promisedDueAt, dueByHand.promised.add(late));
  }
  const slip = expect.answered(
    'the appointment slip (form 01)',
    200,
    await client.get(participants.clerk.subject, `/intake/v1/dossiers/${submitted.id}/forms/01`, {
      accept: 'application/pdf',
    }),
  );
  const path = await world.save(`phieu-hen-tra-${submitted.code}.pdf`, slip.bytes);
  tell.scene({
    at: view.acceptedAt,
    who: participants.clerk,
    service: 'dossier-intake',
    vi: 'Tiếp nhận hồ sơ, in giấy tiếp nhận và hẹn trả kết quả (mẫu 01)',
    en: 'Accepts the dossier and prints the appointment slip (form 01)',
    status: view.status,
    details: [
      `· Hạn theo quy định   ${sayWhen(view.statutoryDueAt)} · due by law`,
      `· Hẹn trả kết quả     ${sayWhen(view.promisedDueAt)} · promised on the slip, at least 20% sooner (R17)`,
      `· ${path}`,
    ],
  });
  return { dossier: { ...submitted, etag: answer.etag, view }, acceptedAt };
}
