import { startTestSystem, type TestSystem } from '@motcua/testing';
import { catalogue } from '../catalogue.definition.js';
import { LoadSeed } from './load-seed.js';

describe('loading the seed', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startTestSystem([catalogue], {
      now: '2026-11-23T08:00:00+07:00',
      environment: { MOTCUA_SEED: 'true' },
    });
  });
  afterAll(() => system.stop());

  const count = async (table: string): Promise<number> => {
    const [row] = await system.sql<{ n: string }>(`SELECT count(*) AS n FROM catalogue.${table}`);
    return Number(row?.n);
  };

  it('fills an empty catalogue and publishes each agency, calendar, policy, procedure and tariff', async () => {
    expect(await count('agency')).toBe(113);
    const rows = await system.sql<{ topic: string; n: number }>(
      `SELECT topic, count(*)::int AS n FROM catalogue.outbox GROUP BY topic ORDER BY topic`,
    );
    expect(rows).toEqual([
      { topic: 'motcua.agency', n: 113 },
      { topic: 'motcua.calendar', n: 1 },
      { topic: 'motcua.group', n: 2 },
      { topic: 'motcua.policy', n: 5 },
      { topic: 'motcua.procedure', n: 23 },
      { topic: 'motcua.tariff', n: 23 },
    ]);
  });

  it('changes nothing when it comes again', async () => {
    const before = await count('outbox');
    expect(await system.get('catalogue', LoadSeed).execute()).toBe(false);
    expect(await count('outbox')).toBe(before);
  });

  it('publishes a procedure only after its agencies', async () => {
    const [row] = await system.sql<{ ordered: boolean }>(
      `SELECT max(id) FILTER (WHERE topic = 'motcua.agency') < min(id) FILTER (WHERE topic = 'motcua.procedure') AS ordered FROM catalogue.outbox`,
    );
    expect(row?.ordered).toBe(true);
  });
});

describe('a seed that does not get through', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startTestSystem([catalogue], { now: '2026-11-23T08:00:00+07:00' });
  });
  afterAll(() => system.stop());

  it('leaves nothing behind, and loads whole the next time', async () => {
    const loadSeed = system.get('catalogue', LoadSeed);
    await system.sql(`
      CREATE FUNCTION catalogue.fail() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no room''; END';
      CREATE TRIGGER fail BEFORE INSERT ON catalogue.tariff FOR EACH ROW WHEN (NEW.procedure = '2.001610') EXECUTE FUNCTION catalogue.fail();
      GRANT EXECUTE ON FUNCTION catalogue.fail() TO PUBLIC`);
    await expect(loadSeed.execute()).rejects.toThrow('no room');
    const left = `SELECT (SELECT count(*)::int FROM catalogue.agency) + (SELECT count(*)::int FROM catalogue.outbox) AS n`;
    expect(await system.sql(left)).toEqual([{ n: 0 }]);
    await system.sql('DROP TRIGGER fail ON catalogue.tariff');
    expect(await loadSeed.execute()).toBe(true);
    expect(await system.sql(left)).toEqual([{ n: 113 + 167 }]);
  });

  it('says which province there is a seed of', async () => {
    const config = { value: { seed: true, province: 'H44' } };
    const loadSeed = Object.create(LoadSeed.prototype, { config }) as LoadSeed;
    await expect(loadSeed.execute()).rejects.toThrow(
      'There is no seed for the province H44: set MOTCUA_PROVINCE=H48, or MOTCUA_SEED=false',
    );
  });
});
