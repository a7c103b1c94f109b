import { refusalOf } from '../testing.fixture.js';
import { answersFor, assertWhole, BAG_STATUSES, countBag, nextOfBag } from './bag.js';
import { type MissingOutcome, whoSettles } from './missing-papers.js';

const [A, B, C, X] = ['H48.12-261201-0001', 'H48.12-261201-0002', 'H48.12-261201-0003', 'H48.04-261201-0001'];

describe('a bag of dossiers', () => {
  const LEGAL = [
    ['made', 'handedOver'],
    ['made', 'takenApart'],
    ['handedOver', 'counted'],
    ['handedOver', 'comingBack'],
    ['comingBack', 'counted'],
  ] as const;
  const isLegal = (status: string, to: string): boolean => LEGAL.some(([a, b]) => a === status && b === to);
  const others = BAG_STATUSES.flatMap((status) =>
    (['handedOver', 'comingBack', 'counted', 'takenApart'] as const)
      .filter((to) => !isLegal(status, to))
      .map((to) => [status, to] as const),
  );

  it.each(LEGAL)('that is %s becomes %s', (status, to) => expect(nextOfBag(status, to)).toBe(to));

  it.each(others)('that is %s does not become %s', (status, to) => {
    expect(refusalOf(() => nextOfBag(status, to))).toMatchObject({
      code: 'BAG.NOT_ALLOWED',
      evidence: { bagStatus: status, targetStatus: to },
    });
  });

  it('is compared with its manifest, whatever was found in it', () => {
    expect(countBag([A, B], [B, A])).toEqual({ missing: [], unexpected: [] });
    expect(countBag([A, B, C], [B, X, X])).toEqual({ missing: [A, C], unexpected: [X] });
    expect(countBag([A], [])).toEqual({ missing: [A], unexpected: [] });
  });

  it('is counted in codes as they are typed and scanned: lower case, blanks, the dashes of word processors, the legacy form', () => {
    const typed = [' h48.12-261201-0001\u00a0', 'H48.12–261201–0002', '000.00.12.H48-261201-0003'];
    expect(countBag([A, B, C], typed)).toEqual({ missing: [], unexpected: [] });
  });

  it('holds codes: anything else that is written is refused with its place, and no name is kept', () => {
    expect(refusalOf(() => countBag([A], [A, 'Nguyễn Văn A', 'EX000000001VN']))).toMatchObject({
      code: 'DOSSIER.INPUT_INVALID',
      faults: ['/found/1 BAG.NO_CODE', '/found/2 BAG.NO_CODE'],
    });
  });

  it('leaves as its manifest says: who hands it over counts it first', () => {
    expect(() => assertWhole([A, B], [B, ' h48.12-261201-0001'])).not.toThrow();
    expect(refusalOf(() => assertWhole([A, B], [A, X]))).toMatchObject({
      code: 'BAG.COUNT_DIFFERS',
      evidence: { missing: [B], unexpected: [X] },
    });
    expect(refusalOf(() => assertWhole([A], [A, X]))).toMatchObject({ evidence: { missing: [], unexpected: [X] } });
    expect(refusalOf(() => assertWhole([A, B], [A]))).toMatchObject({ evidence: { missing: [B], unexpected: [] } });
  });
});

describe('who answers for what is in a bag (R23)', () => {
  const between = { from: 'H48.12', to: 'H48.33', toPostOffice: false };
  const toPost = { from: 'H48.12', to: 'H48.201', toPostOffice: true };
  const fromPost = { from: 'H48.201', to: 'H48.12', toPostOffice: false };

  it('is its sender until it is counted, and the post for what it carries', () => {
    expect(BAG_STATUSES.map((status) => answersFor(status, between))).toEqual([
      'H48.12',
      'H48.12',
      'H48.12',
      'H48.33',
      'H48.12',
    ]);
    expect(answersFor('comingBack', { ...between, sentBack: true })).toBe('H48.33');
    expect(BAG_STATUSES.map((status) => answersFor(status, toPost))).toEqual([
      'H48.12',
      'H48.201',
      'H48.201',
      'H48.201',
      'H48.12',
    ]);
    expect(answersFor('handedOver', fromPost)).toBe('H48.201');
  });

  it('is its sender again once it came back and was counted', () => {
    expect(answersFor('counted', between, true)).toBe('H48.12');
  });
});

describe('what a count did not find', () => {
  const bag = { from: 'H48.201', to: 'H48.12', missing: [A, B], settled: [B], answers: 'H48.201' };

  it.each<[MissingOutcome, string]>([
    ['arrived', 'H48.12'],
    ['stayed', 'H48.201'],
    ['lost', 'H48.201'],
  ])('%s is said by %s', (outcome, office) => {
    expect(whoSettles(bag, A, outcome)).toBe(office);
  });

  it('is said to be lost by who answers for it, be that the receiving office', () => {
    expect(whoSettles({ ...bag, answers: 'H48.12' }, A, 'lost')).toBe('H48.12');
  });

  it('is settled once, and nothing else is', () => {
    for (const code of [B, C])
      expect(refusalOf(() => whoSettles(bag, code, 'arrived'))).toMatchObject({
        code: 'BAG.NOT_MISSING',
        evidence: { code },
      });
  });
});
