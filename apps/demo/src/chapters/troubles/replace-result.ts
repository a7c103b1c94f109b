import type { Json } from '@motcua/scenario';
import { awaitAnswer, type ScenarioDossier, type ScenarioWorld } from '../../scenario/scenario-world.js';
import { readCase } from '../assign-officer.js';
import { SIGNED } from '../issue-result.js';

/** The paper said something wrong: a new one with a number of its own takes its place, and the wrong one holds no more (R20). */
export async function replaceResult(world: ScenarioWorld, dossier: ScenarioDossier): Promise<ScenarioDossier> {
  const { client, expect, tell, participants } = world;
  const { leader, citizen } = participants;
  const made = expect.answered(
    'the result is replaced',
    201,
    await client.post(leader.subject, `/workflow/v1/cases/${dossier.id}/results/1/generated-replacement`, {
      seen: (await readCase(world, leader.subject, dossier.id)).etag,
      json: { reason: 'In sai tên cơ sở', paragraphs: ['Chứng nhận cơ sở nêu trong hồ sơ đủ điều kiện.'] },
    }),
  );
  const { body, etag } = await awaitAnswer(
    world,
    'the dossier shows both results',
    () => client.get(citizen.subject, `/intake/v1/dossiers/${dossier.id}`),
    (answer) => answer.body.results.length === 2,
  );
  const [old, now] = body.results as Json[];
  expect.equal('the old result', [old.revokedReason, old.replacedBy], ['In sai tên cơ sở', now.number]);
  expect.equal('the number of the new one', [now.number, now.revokedAt], [made.body.number, null]);
  const file = await client.get(citizen.subject, `/intake/v1/files/${now.id}/content`);
  expect.holds('the new PDF carries a signature', SIGNED.test(Buffer.from(file.bytes).toString('latin1')));
  tell.scene({
    at: now.issuedAt,
    who: leader,
    service: 'processing-workflow',
    vi: `Thay thế kết quả in sai bằng văn bản số ${now.number}`,
    en: `Replaces the wrong result by document ${now.number}`,
    details: [`· ${await world.save(`ket-qua-thay-the-${dossier.code}.pdf`, file.bytes)}`],
  });
  return { ...dossier, etag, view: body };
}
