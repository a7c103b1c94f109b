import type { Json } from '@motcua/scenario';
import type { ScenarioDossier, ScenarioWorld } from '../scenario/scenario-world.js';
import { sayWhen } from '../scenario/words.js';
import { readCase } from './assign-officer.js';

const WORKING_MINUTES: Readonly<Record<string, number>> = { workingDay: 480, workingHour: 60 };

/** Minutes of a term that counts working time; undefined for one that counts days of the calendar. */
function minutesOf({ unit, amount }: Json): number | undefined {
  const each = WORKING_MINUTES[String(unit)];
  return each === undefined ? undefined : each * Number(amount);
}

const sayMinutes = (minutes: number): string => `${Math.floor(minutes / 60)} giờ ${minutes % 60} phút`;

/** The same dates, asked from the calculation that anybody may ask: the case must not know another law. */
async function calculateAgain(world: ScenarioWorld, id: string, { acceptedAt, basis, current }: Json): Promise<void> {
  const { client, expect, participants } = world;
  const { supplements } = (await readCase(world, participants.leader.subject, id)).body;
  const { body } = expect.answered(
    'the calculation',
    200,
    await client.post(participants.leader.subject, '/workflow/v1/deadline-calculations', {
      json: {
        calendar: basis.calendar.code,
        acceptedAt,
        term: basis.term,
        reductionBasisPoints: basis.reduction?.basisPoints ?? 0,
        supplementPolicy: basis.supplementPolicy,
        supplements: (supplements as Json[]).map(({ requestedAt, completedAt }) => ({ requestedAt, completedAt })),
      },
    }),
  );
  const { statutoryDueAt, promisedDueAt } = body;
  expect.equal('due dates calculated again', { statutoryDueAt, promisedDueAt }, current);
}

/** Promise 6 of the architecture: every deadline can explain itself. */
export async function explainDeadline(world: ScenarioWorld, { id, view }: ScenarioDossier): Promise<void> {
  const { client, expect, tell, participants, dueByHand } = world;
  const path = `/workflow/v1/cases/${id}/deadline`;
  const read = async (language: string): Promise<Json> => {
    const answer = await client.get(participants.leader.subject, path, { 'accept-language': language });
    return expect.answered("the deadline's explanation", 200, answer).body;
  };
  const [vi, en] = [await read('vi'), await read('en')];
  const { original, current, steps, adjustments, overdue, basis } = vi;
  expect.equal('the promise was kept', overdue, false);
  expect.equal('due dates at intake', [view.statutoryDueAt, view.promisedDueAt], Object.values(current as object));
  await calculateAgain(world, id, vi);
  const minutes = minutesOf(basis.term);
  if (dueByHand) {
    const moves = (adjustments as Json[]).map(({ rule, promisedDueAt }) => [rule, promisedDueAt === null]);
    expect.equal('moves of the due dates: paused, and running again', moves, [
      ['R8', true],
      ['R8', false],
    ]);
    const counted = (steps as Json[]).reduce((sum: number, step) => sum + Number(step.workingMinutes ?? 0), 0);
    expect.equal('working minutes that the steps count', Math.round(counted * 1000) / 1000, minutes);
  }
  tell.heading('Vì sao hẹn trả như vậy', "the deadline's explanation");
  const both = (dates: Json): string =>
    `${sayWhen(dates.promisedDueAt)}  (theo quy định · by law: ${sayWhen(dates.statutoryDueAt)})`;
  tell.line(`Trên giấy hẹn · on the slip      ${both(original)}`);
  tell.line(`Sau bổ sung · after supplement   ${both(current)}`);
  if (basis.reduction) {
    const { basisPoints, legalBasis } = basis.reduction;
    tell.line(`Rút ngắn ${basisPoints / 100}% theo ${legalBasis} · promised ${basisPoints / 100}% sooner (R17)`);
    if (minutes !== undefined)
      tell.line(
        `  ${sayMinutes(minutes)} × ${100 - basisPoints / 100}% = ${sayMinutes(Math.floor((minutes * (10_000 - basisPoints)) / 10_000))} làm việc · of working time`,
      );
  }
  (steps as Json[]).forEach(({ rule, explanation }, index) => {
    tell.line(`${rule.padEnd(4)} ${explanation}`);
    tell.line(`     ${en.steps[index].explanation}`);
  });
}
