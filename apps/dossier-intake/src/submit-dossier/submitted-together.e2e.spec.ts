import { Database, sql, UnitOfWork } from '@motcua/platform';
import { DossierAggregate } from '../change/dossier-aggregate.js';
import type { DossierChange } from '../change/dossier-change.js';
import { DossierFactsOf } from '../change/dossier-facts.js';
import { type Intake, startIntake } from '../testing/intake.fixture.js';
import { interleave } from '../testing/interleavings.fixture.js';
import { SUBMIT_DOSSIER } from './submit-dossier.js';

const BEFORE_MIDNIGHT = Temporal.Instant.from('2026-12-30T23:59:59+07:00');
const AFTER_MIDNIGHT = Temporal.Instant.from('2026-12-31T00:00:00+07:00');

class RolledBack extends Error {}

describe('dossiers that are submitted together', () => {
  let intake: Intake;
  beforeAll(async () => {
    intake = await startIntake({ now: '2026-12-30T23:50:00+07:00' });
  });
  afterAll(() => intake.stop());

  const citizen = {
    subject: 'citizen',
    clientId: 'spec',
    scopes: ['dossier.submit'],
    roles: ['citizen'],
  } as const;
  /** Reads and decides all in one transaction, as a group does, and saves them together. */
  const together = (
    drafts: readonly { readonly id: string; readonly now: Temporal.Instant }[],
    { fails = false }: { readonly fails?: boolean } = {},
  ): Promise<readonly DossierChange[]> => {
    const { get } = intake.system;
    return get('intake', UnitOfWork).run(async (tx) => {
      const read = await get('intake', DossierFactsOf).read(
        { query: (statement, values) => tx.query(statement, values), skipLocked: sql.raw('SKIP LOCKED') },
        drafts.map(({ id }) => id),
      );
      const changes = read.map((facts, index) => {
        const { id, now } = drafts[index]!;
        const command = { id, version: null, actor: citizen, language: 'vi' } as const;
        return SUBMIT_DOSSIER.decide(facts!, command, now) as DossierChange;
      });
      const saved = await get('intake', DossierAggregate).save(tx, changes);
      if (fails) throw new RolledBack();
      return saved;
    });
  };
  const draft = async (receivingAgency = 'H48.12') => (await intake.draft(intake.citizen, { receivingAgency })).id;
  const codes = (changes: readonly DossierChange[]) => changes.map(({ after }) => after.code);

  it('get their codes by place, for each office and each side of midnight, without a gap after others (R1)', async () => {
    expect((await intake.submit()).code).toBe('H48.12-261230-0001');
    const group = [
      { id: await draft(), now: BEFORE_MIDNIGHT },
      { id: await draft('H48.04'), now: BEFORE_MIDNIGHT },
      { id: await draft(), now: BEFORE_MIDNIGHT },
      { id: await draft(), now: AFTER_MIDNIGHT },
      { id: await draft('H48.04'), now: BEFORE_MIDNIGHT },
    ];
    await expect(together(group, { fails: true })).rejects.toThrow(RolledBack);
    expect(codes(await together(group))).toEqual([
      'H48.12-261230-0002',
      'H48.04-261230-0001',
      'H48.12-261230-0003',
      'H48.12-261231-0001',
      'H48.04-261230-0002',
    ]);
    expect((await intake.submit()).code).toBe('H48.12-261230-0004');
  });

  it('tell the contact of one applicant once: as the last of them says', async () => {
    const told = await together([
      { id: await draft(), now: BEFORE_MIDNIGHT },
      { id: await draft(), now: BEFORE_MIDNIGHT },
    ]);
    // The applicant's contact is known from the submissions above, and has not changed.
    expect(told.map(({ contactChanged }) => contactChanged)).toEqual([false, false]);
    const applicant = {
      kind: 'citizen',
      identity: { type: 'citizenId', number: '051199000024' },
      fullName: 'Trần Thị Mẫu',
    };
    const ids = [
      (await intake.draft(intake.otherCitizen, { applicant })).id,
      (await intake.draft(intake.otherCitizen, { applicant: { ...applicant, phone: '0900000002' } })).id,
    ];
    const first = await together(ids.map((id) => ({ id, now: BEFORE_MIDNIGHT })));
    expect(first.map(({ contactChanged }) => contactChanged).sort()).toEqual([false, true]);
  });

  it('are read in one wave whose statements do not grow with their number', async () => {
    const ids = [await draft(), await draft(), await draft()];
    const database = intake.system.get('intake', Database);
    const facts = intake.system.get('intake', DossierFactsOf);
    const counted = async (some: readonly string[]): Promise<number> => {
      let statements = 0;
      await facts.read(
        {
          query: (statement, values) => {
            statements += 1;
            return database.query(statement, values);
          },
          skipLocked: sql.empty,
        },
        some,
      );
      return statements;
    };
    expect(await counted(ids.slice(0, 1))).toBe(3);
    expect(await counted(ids)).toBe(3);
  });

  it('wait for no row crosswise: requests, events and bulk actions of two processes, on the same few dossiers', async () => {
    const { planned, ...seen } = await interleave(intake, { commands: 300, seed: 1 });
    expect(seen).toEqual({
      done: planned,
      failures: [],
      deadlocks: 0,
      numbered: seen.counted,
      counted: seen.counted,
      held: 0,
    });
  });
});
