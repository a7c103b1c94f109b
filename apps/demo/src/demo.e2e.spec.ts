import { checkFiguresFrom } from '@motcua/cli';
import { Database, firstBrokenLine, type HistoryLine } from '@motcua/platform';
import { Secrets } from '@motcua/development-issuer';
import type { Json } from '@motcua/scenario';
import type { Played } from './scenario/play-procedure.js';
import { startScenarioSystem, type ScenarioSystem } from './testing/scenario-system.fixture.js';

describe('the story of the demo', () => {
  let story: ScenarioSystem;
  let played: Played;
  const sql = <Row extends object>(service: string, text: string, values: unknown[] = []): Promise<Row[]> => {
    const app = story.system.apps.find(({ definition }) => definition.name === service);
    return app!.nest.get(Database, { strict: false }).query<Row>(text, values);
  };
  const dossierId = (): unknown[] => [played.dossier.id];

  beforeAll(async () => {
    story = await startScenarioSystem();
    played = await story.play('1.001686', { fresh: true });
  }, 90_000);
  afterAll(() => story.stop());

  it('comes out as told, with every step looked at', () => {
    expect(played.dossier).toMatchObject({
      code: 'H48.12-260821-0001',
      view: { status: 'returned', statusNumber: 10 },
    });
    expect(played.world.expect.count).toBeGreaterThan(100);
  });

  it('leaves all services in agreement', async () => {
    expect(await sql('intake', 'SELECT status FROM dossier')).toEqual([{ status: 'returned' }]);
    expect(await sql('workflow', 'SELECT status FROM case_file')).toEqual([{ status: 'completed' }]);
    const [intake] = await sql<Json>('intake', 'SELECT statutory_due_at, promised_due_at FROM dossier');
    const [workflow] = await sql<Json>('workflow', 'SELECT statutory_due_at, promised_due_at FROM case_file');
    expect(String(intake.promised_due_at)).toBe(String(workflow.promised_due_at));
    expect(String(intake.statutory_due_at)).toBe(String(workflow.statutory_due_at));
    expect(await sql('notification', 'SELECT status FROM dossier')).toEqual([{ status: 'returned' }]);
  });

  it('has asked two agencies at once, and both have answered', async () => {
    const opinions = `SELECT agency, step, state, outcome FROM task WHERE kind = 'opinion' AND dossier_id = $1 ORDER BY agency`;
    expect(await sql('workflow', opinions, dossierId())).toEqual([
      { agency: 'H48.07', step: 'consultation', state: 'done', outcome: 'agree' },
      { agency: 'H48.15', step: 'consultation', state: 'done', outcome: 'agree' },
    ]);
  });

  it('has the figures that its events give, heard again from nothing and counted naively; what was changed by hand is found', async () => {
    await sql('reporting', "UPDATE dossier SET code = 'H48.12-260821-0099'");
    await sql(
      'reporting',
      "INSERT INTO own_figure (agency, month, procedure_code, channel, returned) VALUES ('H48.12', '2026-01', 'X', 'online', 1)",
    );
    const { differences, differing, dossiers } = await checkFiguresFrom({ MOTCUA_DATA_DIR: story.system.folder.path });
    expect({ differing, dossiers }).toEqual({ differing: 3, dossiers: 1 });
    expect(differences).toEqual([
      expect.stringMatching(/^dossier: .*H48\.12-260821-0099.*, rebuilt .*H48\.12-260821-0001/),
      'own figures: H48.12 2026-01 X online returned: 1, rebuilt nothing',
      'naive count: H48.12 2026-01 returned: 1, counted naively 0',
    ]);
  }, 60_000);

  it('counts every đồng once', async () => {
    const { id } = played.dossier;
    expect(await sql('payment', 'SELECT kind, amount FROM ledger_entry WHERE dossier_id = $1', [id])).toEqual([
      { kind: 'payment', amount: 115_000 },
    ]);
    expect(await sql('payment', 'SELECT kind, amount FROM receipt WHERE dossier_id = $1', [id])).toEqual([
      { kind: 'phi', amount: 115_000 },
    ]);
    expect(await sql('payment', 'SELECT FROM payment_break')).toEqual([]);
    expect(await sql('payment', 'SELECT FROM refund')).toEqual([]);
  });

  it('publishes everything, parks nothing, and every service has applied what it follows', async () => {
    for (const { definition } of story.system.apps) {
      expect(await sql(definition.name, 'SELECT FROM outbox WHERE published_at IS NULL')).toEqual([]);
      expect(await sql(definition.name, 'SELECT FROM inbox_parked')).toEqual([]);
    }
    const streams = (
      await Promise.all(
        story.system.apps.map(({ definition }) =>
          sql<Json>(definition.name, 'SELECT topic, key, last_sequence FROM event_stream WHERE key = $1', dossierId()),
        ),
      )
    ).flat();
    // Who the applicant is travels beside what happens to the dossier, sealed, and to those only who may read it.
    expect(streams.map(({ topic }) => topic).sort()).toEqual([
      'motcua.applicant',
      'motcua.case',
      'motcua.dossier',
      'motcua.payment',
      'motcua.portal',
    ]);
    for (const [service, topics] of [
      ['intake', ['motcua.case', 'motcua.payment', 'motcua.portal']],
      ['workflow', ['motcua.dossier']],
      ['notification', ['motcua.case', 'motcua.dossier', 'motcua.payment']],
      ['portal', ['motcua.applicant', 'motcua.case', 'motcua.dossier', 'motcua.payment']],
    ] as const) {
      for (const topic of topics)
        expect(
          await sql(service, 'SELECT last_sequence FROM inbox_position WHERE topic = $1 AND key = $2', [
            topic,
            played.dossier.id,
          ]),
        ).toEqual([{ last_sequence: streams.find((stream) => stream.topic === topic)?.last_sequence }]);
    }
  });

  it('tells one recipient of one event once in each channel', async () => {
    const twice = `SELECT event_id, channel, recipient, count(*) FROM delivery GROUP BY 1, 2, 3 HAVING count(*) > 1`;
    expect(await sql('notification', twice)).toEqual([]);
  });

  it('leaves a history that can be verified with the key', async () => {
    const key = (await Secrets.of(story.system.folder.path)).of('history');
    for (const service of ['intake', 'workflow', 'payment']) {
      const lines = await sql<HistoryLine>(
        service,
        `SELECT aggregate, n, at, actor, action, detail, previous, hash FROM history WHERE aggregate LIKE '%' || $1 ORDER BY n`,
        dossierId(),
      );
      expect(lines.length).toBeGreaterThan(0);
      expect(firstBrokenLine(key, lines)).toBeUndefined();
      const forged = lines.map((line, index) => (index === 0 ? { ...line, actor: 'somebody' } : line));
      expect(firstBrokenLine(key, forged)).toBe(1);
    }
  });

  it('gives the next dossier of the day the next code, at a counter and with cash', async () => {
    const next = await story.play('2.000884');
    expect(next.dossier.view).toMatchObject({ status: 'returned', channel: 'counter' });
    expect(next.dossier.code).toMatch(/-0001$/);
  });

  it('plays troubles: everything that goes wrong is mended', async () => {
    const { dossier, world } = await story.play('1.001686', { story: 'troubles' });
    expect(dossier.view).toMatchObject({ status: 'returned', corrections: 1 });
    expect(world.expect.count).toBeGreaterThan(60);
  }, 60_000);

  it('plays money: in parts, too much, late, given back by two persons, and in a day that is closed', async () => {
    const { dossier, world } = await story.play('1.001686', { story: 'money' });
    expect(dossier.view).toMatchObject({ status: 'returned' });
    expect(world.expect.count).toBeGreaterThan(50);
    expect(
      await sql(
        'payment',
        'SELECT kind, sum(amount)::int FROM ledger_entry WHERE dossier_id = $1 GROUP BY kind ORDER BY kind',
        [dossier.id],
      ),
    ).toEqual([
      { kind: 'payment', sum: 235_000 },
      { kind: 'refund', sum: 5_000 },
      { kind: 'surplus', sum: 5_000 },
    ]);
  }, 60_000);

  it('says what to do about a procedure that is not in force', async () => {
    await expect(story.play('9.999999')).rejects.toThrow(/is not in force \(unknown\).*Import it first/s);
  });
});
