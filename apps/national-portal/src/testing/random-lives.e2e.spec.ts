import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@motcua/kernel';
import { eventually } from '@motcua/testing';
import { type PortalWorld, startPortalWorld } from './portal.fixture.js';
import { chance, compareLives, MISBEHAVIOUR, randomLife } from './random-lives.fixture.js';

describe('lives of dossiers, told to a portal that misbehaves in every way', () => {
  let world: PortalWorld;
  beforeAll(async () => {
    world = await startPortalWorld();
  });
  afterAll(() => world.stop());

  it('stand there in the end as they stand here, field by field, every move in its order', async () => {
    const random = chance(2026);
    const lives = Array.from({ length: 40 }, (_, n) =>
      randomLife(newId(), `H48.12-261124-${String(n + 1).padStart(4, '0')}`, random),
    );
    world.simulator.portal.misbehave(MISBEHAVIOUR);
    expect(await compareLives(world, lives, random, 90)).toEqual([]);
  }, 150_000);

  it('are looked up before they are sent as new, where a process died between the portal’s answer and ours', async () => {
    const code = 'H48.12-261124-9001';
    await world.system.sql(
      `INSERT INTO portal.code_map (kind, code, portal_code) VALUES ('procedure', '1.001686', NULL)`,
    );
    const id = await world.submitted(code);
    const [{ record } = { record: {} }] = world.simulator.portal.holdings.all();
    // As a process that was killed leaves it: the portal has taken the record, and nobody has written that down.
    world.simulator.portal.take({
      kind: 'dossier',
      code,
      bornHere: false,
      record: { ...record, MaHoSo: code },
      at: '2026',
    });
    const waits = 'SELECT FROM portal.dossier WHERE dossier_id = $1 AND waiting_for IS NOT NULL';
    await eventually(async () => (await world.system.sql(waits, [id])).length === 1);
    await world.system.sql('DELETE FROM portal.code_map');
    await world.system.sql(
      'UPDATE portal.sender_lease SET holder = gen_random_uuid(), lease_until = now(), in_hand = ARRAY[$1::uuid]',
      [id],
    );
    await world.system.sql('UPDATE portal.dossier SET due_at = now() WHERE dossier_id = $1', [id]);
    await world.held(code, (_, progress) => progress.length === 1);
    const calls = world.simulator.portal.observations.calls.filter((call) => call.code === code);
    expect(calls.map(({ service, isUpdating }) => [service, isUpdating])).toEqual([
      ['TraCuuHoSo', undefined],
      ['DongBoHoSoMC', 'True'],
      ['CapNhatTienDoHoSoMC', undefined],
    ]);
  }, 60_000);
});
