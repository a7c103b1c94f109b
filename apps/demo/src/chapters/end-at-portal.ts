import type { Json } from '@motcua/scenario';
import { lookAtPortal } from '../scenario/at-portal.js';
import { awaitAnswer, type ScenarioDossier, type ScenarioWorld } from '../scenario/scenario-world.js';
import { STATUS_WORDS } from '../scenario/words.js';

/** Of 1.001686 from the portal: paid, registered, accepted, in work, asked for a paper, in work again, done, returned. */
const MOVES_OF_THE_STORY = ['6', '1', '2', '4', '5', '4', '9', '10'];

const wordsOf = (number: string): string =>
  Object.values(STATUS_WORDS).find((words) => String(words.number) === number)?.vi ?? number;

/** What the national portal holds of the dossier: the same, with its result. A system of somebody else's has no simulated portal to look into. */
export async function endAtPortal(world: ScenarioWorld, { code, view }: ScenarioDossier): Promise<void> {
  const { client, expect, tell, procedure, portalCode } = world;
  if ((await client.get(null, '/national-portal/control/observations')).status !== 200) return;
  const { body } = await awaitAnswer(
    world,
    'the portal holds the dossier as returned',
    () => lookAtPortal(world, portalCode ?? code),
    (answer) =>
      answer.status === 200 &&
      answer.body.record.TrangThaiHoSo === '10' &&
      (answer.body.progress as Json[]).at(-1)?.TrangThai === '10',
  );
  const { record, progress, bornHere } = body as { record: Json; progress: Json[]; bornHere: boolean };
  expect.equal(
    'code, origin and result at the portal',
    [record.MaHoSo, record.NoiNopHoSo, bornHere, record.DanhSachGiayToKetQua.length],
    [view.portalCode ?? code, portalCode === null ? '2' : '1', portalCode !== null, view.results.length],
  );
  expect.equal(
    'supplements that are open at the portal',
    (record.DanhSachHoSoBoSung as Json[]).filter(({ NgayTiepNhanBoSung }) => NgayTiepNhanBoSung === ''),
    [],
  );
  const moves = progress.map(({ TrangThai }) => String(TrangThai));
  if (portalCode !== null && procedure.code === '1.001686') {
    expect.equal('moves at the portal, each once and in order', moves, MOVES_OF_THE_STORY);
    expect.equal('fee at the portal', record.DanhSachLePhi[0]?.Gia, '115000');
    expect.equal('paid through the gateway of the province', record.DuocThanhToanTrucTuyen, '2');
  }
  tell.heading('Cổng Dịch vụ công quốc gia', 'the national portal');
  tell.line(
    `Hồ sơ ${record.MaHoSo}: trạng thái 10, ${progress.length} dòng tiến độ · status 10, ${progress.length} lines`,
  );
  tell.line(moves.map((move) => `${move}. ${wordsOf(move)}`).join(' → '));
  for (const { TenGiayTo, GiayToId } of record.DanhSachGiayToKetQua as Json[])
    tell.line(`Kết quả · result  ${GiayToId} ${TenGiayTo}`);
}
