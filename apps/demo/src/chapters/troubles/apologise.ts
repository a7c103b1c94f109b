import { sayWhen } from '../../scenario/words.js';
import type { ScenarioDates } from '../../scenario/scenario-dates.js';
import { moveClock, type ScenarioDossier, type ScenarioWorld } from '../../scenario/scenario-world.js';
import { readCase } from '../assign-officer.js';

/** Late: the leader apologises with a new date, which moves none of the dates that count (R13). Answers when the rest happens. */
export async function apologise(world: ScenarioWorld, { id }: ScenarioDossier): Promise<ScenarioDates> {
  const { client, expect, tell, participants, dates } = world;
  const before = (await readCase(world, participants.leader.subject, id)).body;
  const late = Temporal.Instant.from(before.promisedDueAt).add({ minutes: 1 });
  await moveClock(world, late);
  const { etag } = await readCase(world, participants.leader.subject, id);
  const newDueAt = before.statutoryDueAt as string;
  const answer = expect.answered(
    'an apology for lateness',
    201,
    await client.post(participants.leader.subject, `/workflow/v1/cases/${id}/apology`, {
      seen: etag,
      json: { reason: 'Phải kiểm tra thực địa hai lần', newDueAt },
    }),
  );
  const { promisedDueAt, statutoryDueAt, apologies } = answer.body;
  expect.equal('the dates that count', [promisedDueAt, statutoryDueAt], [before.promisedDueAt, before.statutoryDueAt]);
  expect.equal('apologies', apologies.length, 1);
  tell.scene({
    at: apologies[0].at,
    who: participants.leader,
    service: 'processing-workflow',
    vi: `Xin lỗi vì trễ hẹn, hẹn lại ${sayWhen(newDueAt)} (mẫu 04); hạn giải quyết không đổi`,
    en: 'Apologises for being late and names a new date (form 04); the due dates themselves do not move',
  });
  const after = (minutes: number): Temporal.Instant => late.add({ minutes });
  return {
    ...dates,
    appraised: after(12),
    consulted: after(24),
    signed: after(36),
    submitted: after(60),
    returned: after(90),
  };
}
