import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@motcua/kernel';
import { type EventTransport, UnitOfWork } from '@motcua/platform';
import { eventually } from '@motcua/testing';
import type { Logger } from 'pino';
import { PortalConfig } from '../portal.config.js';
import { Outbound } from '../send-records/outbound.js';
import { SendOne } from '../send-records/send-one.js';
import { Sender } from '../send-records/sender.js';
import { SenderLease } from '../send-records/sender-lease.js';
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

  /** The sender of another process, with a lease of its own. */
  const replica = (outbound = world.system.get('portal', Outbound)): { sender: Sender; lease: SenderLease } => {
    const of = <T>(type: new (...args: never[]) => T): T => world.system.get('portal', type);
    const lease = new SenderLease(of(UnitOfWork), of(PortalConfig));
    const elsewhere = { alone: false } as EventTransport;
    const quiet = { warn: () => undefined, error: () => undefined } as unknown as Logger;
    const sender = new Sender(outbound, of(SendOne), lease, of(PortalConfig), elsewhere, quiet);
    sender.onApplicationBootstrap();
    return { sender, lease };
  };
  const codes = (from: number, count: number): string[] =>
    Array.from({ length: count }, (_, n) => `H48.12-261124-${from + n}`);
  const callsOf = (code: string): (string | undefined)[] =>
    world.simulator.portal.observations.calls
      .filter((call) => call.code === code)
      .map(({ service, isUpdating }) => isUpdating ?? service);

  it('are sent by one of two processes at a time: nothing twice, no two calls of a dossier at once', async () => {
    const { sender } = replica();
    const sent = codes(9100, 12);
    for (const code of sent) await world.submitted(code);
    for (const code of sent) await world.held(code, (_, progress) => progress.length === 1);
    // Handed on: the first one ends, and the other sends what comes.
    await world.system.get('portal', Sender).onModuleDestroy();
    const later = codes(9120, 6);
    for (const code of later) await world.submitted(code);
    for (const code of later) await world.held(code, (_, progress) => progress.length === 1);
    for (const code of [...sent, ...later]) expect(callsOf(code).filter((call) => call === 'False')).toHaveLength(1);
    expect([...world.simulator.portal.observations.crowded]).toEqual([]);
    await sender.onModuleDestroy();
  }, 60_000);

  it('are inserted once where a process is killed between what the portal took and what was to be journaled', async () => {
    const outbound = world.system.get('portal', Outbound);
    const ids = new Map<string, string>();
    for (const code of codes(9200, 4)) ids.set(code, await world.submitted(code));
    const known = 'SELECT FROM portal.applicant WHERE dossier_id = ANY ($1::uuid[])';
    await eventually(async () => (await world.system.sql(known, [[...ids.values()]])).length === 4);
    // It sends, and dies before anything is written down.
    const dying = replica(
      Object.assign(Object.create(outbound) as Outbound, { settle: () => new Promise(() => undefined) }),
    );
    for (const code of ids.keys()) await world.held(code, (_, progress) => progress.length === 1);
    for (const id of ids.values())
      expect((await world.journal(id)).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    Reflect.set(dying.sender, 'stopped', true);
    await world.system.sql('UPDATE portal.sender_lease SET lease_until = now()');
    const { sender } = replica();
    for (const id of ids.values())
      await eventually(async () => (await world.journal(id)).every(({ state }) => state === 'acknowledged'));
    for (const code of ids.keys()) {
      const calls = callsOf(code);
      expect(calls.filter((call) => call === 'False')).toHaveLength(1);
      // Asked for, and found as it was sent; of lines nobody can ask.
      expect(calls.slice(2)).toEqual(['TraCuuHoSo', 'CapNhatTienDoHoSoMC']);
    }
    await sender.onModuleDestroy();
  }, 60_000);
});
