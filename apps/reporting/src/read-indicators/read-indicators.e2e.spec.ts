import {
  OfficerChangedV1,
  sampleOf,
  type ALL_CONTRACTS,
  DossierSupplementRequestedV1,
  DossierSupplementCancelledV1,
  DossierRefusedV1,
  DossierWithdrawnV1,
  DossierReturnedV1,
  DossierReturnUndoneV1,
  DossierAcceptanceUndoneV1,
  CaseSupplementRequestedV1,
  CaseSupplementCompletedV1,
  CaseSupplementCancelledV1,
  CaseStoppedV1,
  CaseWithdrawnV1,
  ProcedureRepealedV1,
} from '@motcua/contracts';
import { eventually, type Json } from '@motcua/testing';
import { FiguresSystem, paper } from '../testing/figures.fixture.js';

type Contract = (typeof ALL_CONTRACTS)[number];
const AT = '2024-03-04T08:00:00+07:00';

describe('the indicators of an agency', () => {
  let at: FiguresSystem;

  beforeAll(async () => {
    at = await FiguresSystem.start();
    await at.procedure('1.001', { fee: true });
    await at.procedure('1.002', { onlineLevel: 'information' });
  });
  afterAll(() => at.stop());

  const indicators = async (agency: string, period = '2026-11'): Promise<Json> =>
    (await at.admin.get(`/reporting/v1/indicators?agency=${agency}&period=${period}`)).body;
  const progressWhen = (agency: string, received: number, period?: string): Promise<Json> =>
    eventually(async () => {
      const body = await indicators(agency, period);
      return body.figures?.progress.received === received && body;
    });

  it('count on time by instant, what runs by now, and a second supplement as late (R10, R18)', async () => {
    const on = { agency: 'H48.12', acceptedAt: '2026-11-02T08:00:00+07:00' };
    await at.live({ ...on, dueAt: '2026-11-20T09:00:00+07:00', processedAt: '2026-11-20T09:00:00+07:00' });
    await at.live({ ...on, dueAt: '2026-11-20T09:00:00+07:00', processedAt: '2026-11-20T09:00:01+07:00' });
    // It is 10 o'clock of 30 November: one still has a minute, one is late by a minute.
    await at.live({ ...on, dueAt: '2026-11-30T10:01:00+07:00' });
    await at.live({ ...on, dueAt: '2026-11-30T09:59:00+07:00' });
    const asked = await at.live({ ...on, dueAt: '2026-11-20T09:00:00+07:00' });
    await at.supplement(asked, 1, '2026-11-19T09:00:00+07:00');
    const twice = await at.live({ ...on, dueAt: '2026-12-20T09:00:00+07:00' });
    await at.supplement(twice, 2, '2026-11-19T09:00:00+07:00');
    const extended = await at.live({ ...on, dueAt: '2026-11-20T09:00:00+07:00' });
    await at.extended(extended, '2026-11-27T17:00:00+07:00');
    await at.processed(extended, '2026-11-25T17:00:00+07:00');
    await eventually(async () => (await indicators('H48.12')).figures?.digitisation.dossiers === 7);
    const body = await eventually(async () => {
      const found = await indicators('H48.12');
      return found.figures.progress.onTime === 3 && found;
    });
    // Exactly at the due date, the one with a minute left, and the one that awaits its supplement.
    expect(body).toMatchObject({
      agency: 'H48.12',
      period: '2026-11',
      figures: { progress: { received: 7, onTime: 3 } },
      groups: { progress: { score: 8.57, ratio: 42.85 } },
    });
  });

  it('keep what a case told before the acceptance came, as its topic may be the faster one', async () => {
    const life = { agency: 'H48.12', acceptedAt: '2025-06-01T08:00:00+07:00', dueAt: '2025-06-20T09:00:00+07:00' };
    const asked = await at.submitted({ ...life, submittedAt: life.acceptedAt });
    await at.supplement(asked, 1, '2025-06-19T09:00:00+07:00');
    const extended = await at.submitted({ ...life, submittedAt: life.acceptedAt });
    await at.extended(extended, '2026-12-31T17:00:00+07:00');
    // Once a later event of the case topic has worked, the consumer has met those above.
    const other = await at.live({ ...life, agency: 'H48.33' });
    await at.processed(other, '2025-06-19T09:00:00+07:00');
    await eventually(async () => (await indicators('H48.33', '2025-06')).figures.progress.onTime === 1);
    await at.accepted(asked, life);
    await at.accepted(extended, life);
    // It was asked for what was missing a day before it was due: its clock stands, and it is in time.
    await eventually(async () => (await indicators('H48.12', '2025-06')).figures.progress.received === 2);
    await eventually(async () => (await indicators('H48.12', '2025-06')).figures.progress.onTime === 1);
    await eventually(async () => {
      const [row] = await at.system.sql<{ due: string }>(
        `SELECT (due_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::text AS due FROM reporting.dossier WHERE dossier_id = '${extended}'`,
      );
      return row?.due === '2026-12-31 17:00:00';
    });
  });

  it('sum what lies below, by month, quarter and year, before and after folding', async () => {
    const before = (await indicators('H48')).figures.progress.received as number;
    await at.live({ agency: 'H48.33.1', acceptedAt: '2026-10-01T08:00:00+07:00', dueAt: '2027-01-04T08:00:00+07:00' });
    // A quarter past midnight in Vietnam is still the day before in Greenwich.
    await at.live({ agency: 'H48.33', acceptedAt: '2026-12-01T00:15:00+07:00', dueAt: '2027-01-04T08:00:00+07:00' });
    await progressWhen('H48', before + 2, '2026-Q4');
    const all = async () => ({
      own: (await indicators('H48.33.1', '2026-10')).figures.progress.received,
      parent: (await indicators('H48.33', '2026-10')).figures.progress.received,
      december: (await indicators('H48.33', '2026-12')).figures.progress.received,
      quarter: (await indicators('H48.33', '2026-Q4')).figures.progress.received,
      year: (await indicators('H48.33', '2026')).figures.progress.received,
      other: (await indicators('H48.12', '2026-10')).figures.progress.received,
    });
    const expected = { own: 1, parent: 1, december: 1, quarter: 2, year: 2, other: 0 };
    expect(await all()).toEqual(expected);
    // The job may be folding at this very moment.
    await eventually(async () => {
      await at.fold();
      const [left] = await at.system.sql<{ rows: number }>('SELECT count(*)::int AS rows FROM reporting.figure_change');
      return left?.rows === 0;
    });
    expect(await all()).toEqual(expected);
    await at.fold();
    expect(await all()).toEqual(expected);
  });

  it('follow an agency that is put under another one', async () => {
    await at.agency('H48.40', ['H48'], 'commune');
    await at.live({ agency: 'H48.33.1', acceptedAt: '2026-09-01T08:00:00+07:00', dueAt: '2027-01-04T08:00:00+07:00' });
    await progressWhen('H48.33', 1, '2026-09');
    await at.fold();
    await at.agency('H48.33.1', ['H48', 'H48.40'], 'commune', 2);
    const moved = await eventually(async () => {
      await at.fold();
      const body = await indicators('H48.40', '2026-09');
      return body.figures?.progress.received === 1 && body;
    });
    expect(moved.figures.progress.received).toBe(1);
    expect((await indicators('H48.33', '2026-09')).figures.progress.received).toBe(0);
    expect((await indicators('H48', '2026-09')).figures.progress.received).toBe(1);
  });

  it('count fees by dossier and by procedure', async () => {
    const on = { agency: 'H48.33', acceptedAt: '2026-08-03T08:00:00+07:00', dueAt: '2026-08-20T09:00:00+07:00' };
    const online = await at.live({ ...on, fee: 100_000 });
    const cash = await at.live({ ...on, fee: 100_000 });
    await at.live({ ...on, fee: 0 });
    await at.paid(online);
    await at.paid(cash, 'counter');
    const body = await eventually(async () => {
      const found = await indicators('H48.33', '2026-08');
      const { paidOnline, withObligation } = found.figures?.payment ?? {};
      return paidOnline === 1 && withObligation === 2 && found;
    });
    expect(body.figures.payment).toEqual({
      paidOnline: 1,
      withObligation: 2,
      proceduresPaidOnline: 1,
      proceduresWithFeeDossiers: 1,
      proceduresWithFee: 1,
    });
    expect(body.groups.payment).toMatchObject({ score: 7.5 });
  });

  it('count as an obligation also a fee that arose later, and what a correction says it owes', async () => {
    const on = { agency: 'H48.33', acceptedAt: '2026-06-03T08:00:00+07:00', dueAt: '2026-06-20T09:00:00+07:00' };
    await at.demanded(await at.live(on));
    await at.demandedBeforeAcceptance(await at.live(on));
    await at.corrected(await at.live(on), 'H48.33', 50_000);
    const less = { ...on, acceptedAt: '2026-04-03T08:00:00+07:00', fee: 50_000 };
    await at.corrected(await at.live(less), 'H48.33', 0);
    const withObligation = async (period: string, received: number) => {
      const { figures } = await indicators('H48.33', period);
      return figures?.progress.received === received && figures.payment.withObligation;
    };
    await eventually(async () => (await withObligation('2026-06', 3)) === 3);
    await eventually(async () => (await withObligation('2026-04', 1)) === 0);
  });

  it('follow a dossier that another agency becomes competent for (R23)', async () => {
    const on = { agency: 'H48.12', acceptedAt: '2026-05-04T08:00:00+07:00', dueAt: '2026-05-20T09:00:00+07:00' };
    // H48.33.1 lies under H48.40 by now.
    await at.moved(await at.live(on), 'H48.12', 'H48.33.1');
    await at.corrected(await at.live(on), 'H48.33', 0);
    await at.live(on);
    const received = async () =>
      Promise.all(
        ['H48', 'H48.12', 'H48.33', 'H48.33.1'].map(
          async (agency) => (await indicators(agency, '2026-05')).figures?.progress.received,
        ),
      );
    await eventually(async () => (await received()).join() === '3,1,1,1');
    await at.fold();
    expect(await received()).toEqual([3, 1, 1, 1]);
  });

  it('count what is digitised, reused and taken from the state’s data as the events say (R19, R20)', async () => {
    const on = { agency: 'H48.33', acceptedAt: '2026-07-01T08:00:00+07:00', dueAt: '2026-07-20T09:00:00+07:00' };
    const counter = { ...on, channel: 'counter' } as const;
    // Both required papers scanned, result issued: digitised.
    await at.issued(await at.live({ ...counter, files: [paper('DON-DE-NGHI'), paper('BAN-VE')] }));
    // One is in the applicant's store, the other came from the citizen's store: digitised, reused, from the store.
    const stored = paper('BAN-VE', { digitised: false, fromCitizenStore: true });
    const reused = paper('DON-DE-NGHI', { digitised: false, reusedFrom: 'paper' });
    await at.issued(await at.live({ ...counter, files: [reused, stored] }));
    // A drawing that was never scanned: not digitised. Its supplement brings the scan, but no result was issued.
    await at.issued(await at.live({ ...counter, files: [paper('DON-DE-NGHI')] }));
    const waiting = await at.live({ ...counter, files: [paper('DON-DE-NGHI')] });
    await at.supplemented(waiting, [paper('BAN-VE')]);
    // Online nothing comes on paper: digitised once the result is.
    await at.issued(await at.live({ ...on, populationDataUsed: true, files: [paper('X', { digitised: false })] }));
    const body = await eventually(async () => {
      const found = await indicators('H48.33', '2026-07');
      const { dossiers, electronicResults } = found.figures?.digitisation ?? {};
      return dossiers === 5 && electronicResults === 4 && found;
    });
    expect(body.figures.digitisation).toMatchObject({
      dossiers: 5,
      electronicResults: 4,
      digitised: 3,
      reused: 1,
      fromCitizenStore: 1,
      populationData: 1,
    });
    // Of five, one came online, and its result is there; of two procedures one is online.
    const { onlineServices } = body.groups;
    expect(body.figures.onlineServices).toEqual({ proceduresOnline: 1, procedures: 2, dossiersOnline: 1, dossiers: 5 });
    // 6 × 1/2 ÷ 0.8, and 6 × 1/5 ÷ 0.5.
    expect(onlineServices).toMatchObject({ provisional: true, score: 6.15, max: 12, ratio: 51.25 });
    await at.issued(waiting);
    const after = await eventually(async () => {
      const { figures } = await indicators('H48.33', '2026-07');
      return figures.digitisation.electronicResults === 5 && figures;
    });
    expect(after.digitisation.digitised).toBe(4);
  });

  it('hold a dossier to the papers of the variant that it is of since its correction', async () => {
    const on = { agency: 'H48.33', acceptedAt: '2026-01-05T08:00:00+07:00', dueAt: '2026-01-20T09:00:00+07:00' };
    const digitised = async () => (await indicators('H48.33', '2026-01')).figures?.digitisation.digitised;
    const dossier = await at.live({ ...on, channel: 'counter', files: [paper('DON-DE-NGHI')] });
    await at.issued(dossier);
    await at.issued(await at.live({ ...on, channel: 'counter', files: [paper('DON-DE-NGHI'), paper('BAN-VE')] }));
    await eventually(async () => (await digitised()) === 1);
    // This variant asks for no drawing.
    await at.corrected(dossier, 'H48.33', 0, 'SHORT');
    await eventually(async () => (await digitised()) === 2);
    await at.corrected(dossier, 'H48.33', 0);
    await eventually(async () => (await digitised()) === 1);
    await at.supplemented(dossier, [paper('BAN-VE')]);
    await eventually(async () => (await digitised()) === 2);
  });

  it('no longer count a result that was revoked, but for one that takes its place', async () => {
    const on = { agency: 'H48.33', acceptedAt: '2026-02-03T08:00:00+07:00', dueAt: '2026-02-20T09:00:00+07:00' };
    const [revoked, replaced, never] = [await at.live(on), await at.live(on), await at.live(on)];
    for (const dossier of [revoked, replaced]) await at.issued(dossier);
    await at.issued(replaced, '13/GP-UBND');
    const electronic = async (): Promise<unknown> => {
      const { digitisation, onlineServices } = (await indicators('H48.33', '2026-02')).figures ?? {};
      return [digitisation?.electronicResults, digitisation?.digitised, onlineServices?.dossiersOnline].join();
    };
    await eventually(async () => (await electronic()) === '2,2,2');
    for (const dossier of [revoked, replaced]) await at.revoked(dossier);
    await at.issued(never);
    await at.revoked(never);
    await eventually(async () => (await electronic()) === '1,1,1');
    await at.fold();
    expect(await electronic()).toBe('1,1,1');
  });

  it.each<[Contract, object, string, string | null]>([
    [DossierSupplementRequestedV1, { requestedAt: AT }, 'supplement_open_since', AT],
    [DossierSupplementCancelledV1, {}, 'supplement_open_since', null],
    [DossierRefusedV1, { refusedAt: AT }, 'refused_at', AT],
    [DossierWithdrawnV1, { withdrawnAt: AT }, 'withdrawn_at', AT],
    [DossierReturnedV1, { returnedAt: AT }, 'returned_at', AT],
    [DossierReturnUndoneV1, {}, 'returned_at', null],
    [DossierAcceptanceUndoneV1, {}, 'accepted_at', null],
    [DossierAcceptanceUndoneV1, {}, 'slip_due_at', null],
    [CaseSupplementRequestedV1, { requestedAt: AT }, 'supplement_open_since', AT],
    [CaseSupplementCompletedV1, {}, 'supplement_open_since', null],
    [CaseSupplementCancelledV1, {}, 'supplement_open_since', null],
    [CaseStoppedV1, { stoppedAt: AT }, 'stopped_at', AT],
    [CaseWithdrawnV1, { withdrawnAt: AT }, 'withdrawn_at', AT],
  ])('follow %p of a dossier', async (contract, more, column, expected) => {
    const dossierId = await at.live({ agency: 'H48.12', acceptedAt: AT, dueAt: '2024-03-20T09:00:00+07:00' });
    // What an event ends had begun before.
    await at.system.sql(`UPDATE reporting.dossier SET ${column} = $2 WHERE dossier_id = $1`, [
      dossierId,
      expected === null ? AT : null,
    ]);
    await at.twice(contract, dossierId, { ...sampleOf<object>(contract), dossierId, ...more });
    const found = `SELECT FROM reporting.dossier WHERE dossier_id = $1 AND ${column} IS NOT DISTINCT FROM $2::timestamptz`;
    await eventually(async () => (await at.system.sql(found, [dossierId, expected])).length === 1);
  });

  it('forget a procedure that is repealed', async () => {
    await at.procedure('1.009');
    await at.twice(ProcedureRepealedV1, '1.009', { ...sampleOf(ProcedureRepealedV1), code: '1.009' });
    await eventually(
      async () =>
        (await at.system.sql(`SELECT FROM reporting.procedure_copy WHERE code = '1.009' AND repealed_from IS NOT NULL`))
          .length === 1,
    );
  });

  it('are for who may see the agency', async () => {
    const leader = await at.system.as({ sub: 'leader-1', roles: ['leader'], agency: 'H48.12' });
    const path = '/reporting/v1/indicators?period=2026-11';
    expect((await leader.get(path)).body.agency).toBe('H48.12');
    expect((await leader.get(`${path}&agency=H48`)).status).toBe(404);
    expect((await leader.get(`${path}&agency=H48.33`)).status).toBe(404);
    // The register gives the leader a second agency (R23).
    const registered = { ...sampleOf(OfficerChangedV1), subject: 'leader-1', agencies: ['H48.12', 'H48.33'] };
    await at.system.foreign.deliver(OfficerChangedV1, 'leader-1', registered);
    await at.system.foreign.deliver(OfficerChangedV1, 'leader-1', registered);
    await eventually(async () => (await leader.get(`${path}&agency=H48.33`)).status === 200);
    expect((await at.admin.get('/reporting/v1/indicators?period=2026-13&agency=H48')).status).toBe(400);
    expect((await at.admin.get('/reporting/v1/indicators?period=2026-11&agency=H48.99')).status).toBe(422);
  });
});
