import type { Json } from '@motcua/scenario';
import { awaitAnswer, type ScenarioDossier, type ScenarioWorld } from '../scenario/scenario-world.js';

/** What the national portal holds of the dossier: the same, with its result. A system of somebody else's has no simulated portal to look into. */
export async function endAtPortal(world: ScenarioWorld, { code, view }: ScenarioDossier): Promise<void> {
  const { client, expect, tell } = world;
  const path = `/national-portal/control/dossiers/${encodeURIComponent(view.portalCode ?? code)}`;
  const look = () => client.get(null, path);
  if ((await client.get(null, '/national-portal/control/observations')).status !== 200) return;
  const { body } = await awaitAnswer(
    world,
    'the portal holds the dossier as returned',
    look,
    (answer) =>
      answer.status === 200 &&
      answer.body.record.TrangThaiHoSo === '10' &&
      (answer.body.progress as Json[]).at(-1)?.TrangThai === '10',
  );
  const { record, progress } = body as { record: Json; progress: Json[] };
  expect.equal('code at the portal', record.MaHoSo, view.portalCode ?? code);
  const results = record.DanhSachGiayToKetQua as Json[];
  expect.equal('results at the portal', results.length, (view.results as Json[]).length);
  tell.heading('Cổng Dịch vụ công quốc gia', 'the national portal');
  tell.line(
    `Hồ sơ ${record.MaHoSo}: trạng thái 10, ${progress.length} dòng tiến độ · status 10, ${progress.length} lines`,
  );
  for (const { TenGiayTo, GiayToId } of results) tell.line(`Kết quả · result  ${GiayToId} ${TenGiayTo}`);
}
