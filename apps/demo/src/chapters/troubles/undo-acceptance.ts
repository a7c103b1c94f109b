import { awaitAnswer, awaitStatus, type ScenarioDossier, type ScenarioWorld } from '../../scenario/scenario-world.js';
import { readCase } from '../assign-officer.js';

const REASON = 'Tiếp nhận khi chưa đối chiếu bản chính';

/** Accepted by mistake: the leader undoes it on the same day, and the dossier waits for its reception again (R12). */
export async function undoAcceptance(world: ScenarioWorld, { id }: ScenarioDossier): Promise<ScenarioDossier> {
  const { client, expect, tell, participants } = world;
  const { leader } = participants;
  const { etag } = await readCase(world, leader.subject, id);
  const path = `/workflow/v1/cases/${id}/acceptance-undoing`;
  const answer = await client.post(leader.subject, path, { seen: etag, json: { reason: REASON } });
  expect.equal('status of the case', expect.answered('the acceptance is undone', 201, answer).body.status, 'undone');
  const registered = await awaitStatus(world, id, 'registered');
  expect.equal(
    'what is left of the acceptance',
    [registered.view.acceptedAt, registered.view.promisedDueAt],
    [null, null],
  );
  tell.scene({
    at: registered.view.statusSince,
    who: leader,
    service: 'processing-workflow',
    vi: `Hủy việc tiếp nhận nhầm: ${REASON.toLowerCase()}`,
    en: 'Undoes the acceptance, which was a mistake; the dossier waits for its reception again',
    status: 'registered',
  });
  return registered;
}

/** The case of the acceptance that holds, once the workflow knows of it. */
export async function awaitCase(world: ScenarioWorld, { id }: ScenarioDossier): Promise<void> {
  const read = () => readCase(world, world.participants.leader.subject, id);
  await awaitAnswer(world, 'the case is opened again', read, ({ body }) => body.status === 'open');
}
