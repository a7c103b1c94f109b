import type { ScenarioWorld } from '../../scenario/scenario-world.js';
import { aside, awaitAnswer, nameOfAgency } from '../../scenario/scenario-world.js';
import { submitDossier } from '../submit-dossier.js';

const MERGED = 'H48.33';

/** An office is merged away while a dossier lies on its desk: the successor's officers find it and go on (R23). */
export async function mergeAgency(world: ScenarioWorld): Promise<void> {
  const { client, expect, tell, participants } = world;
  const { clerk, agency } = participants;
  const left = await submitDossier(aside(world), MERGED);
  const move = expect.answered(
    'the open dossiers are moved',
    202,
    await client.post('admin', '/intake/v1/agency-moves', {
      json: { from: MERGED, to: agency, reason: 'Nghị quyết về sắp xếp cơ quan' },
    }),
  );
  const { body } = await awaitAnswer(
    world,
    'the move is finished',
    () => client.get('admin', String(move.headers.get('location'))),
    (answer) => answer.body.state === 'finished',
  );
  expect.equal('dossiers that were moved', body.counts.done, body.counts.total, body);
  const moved = await client.get(clerk.subject, `/intake/v1/dossiers/${left.id}`);
  expect.equal('who receives it now', [moved.body.receivingAgency, moved.body.code], [agency, left.code]);
  const [merged, successor] = [await nameOfAgency(world, MERGED), await nameOfAgency(world, agency)];
  tell.scene({
    at: moved.body.listedAt ?? null,
    who: { name: 'Quản trị · administrator' },
    service: 'dossier-intake',
    vi: `Sáp nhập ${merged} vào ${successor}: hồ sơ ${left.code} đang chờ ở đó chuyển sang cơ quan mới, mã không đổi`,
    en: `Merges ${merged} into ${successor}: dossier ${left.code}, which waited there, follows and keeps its code`,
  });
}
