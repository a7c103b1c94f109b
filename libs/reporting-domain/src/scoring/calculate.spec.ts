import fc from 'fast-check';
import { calculateIndicators } from './calculate.js';
import type { Figures, GroupName } from './figures.js';
import { roundHalfUp, toNumber } from './hundredths.js';

function scored(figures: Figures, name: GroupName) {
  const group = calculateIndicators(figures).groups[name]!;
  return {
    score: toNumber(group.score),
    ratio: toNumber(group.ratio),
    components: Object.fromEntries(
      group.components.map(({ name: component, score }) => [component, score === null ? null : toNumber(score)]),
    ),
  };
}

const digitisation = {
  dossiers: 588,
  electronicResults: 385,
  digitised: 312,
  reused: 0,
  fromCitizenStore: 0,
  populationData: 588,
  proceduresConnected: 10,
  procedures: 42,
  certifiedCopies: true,
};
const satisfaction = { satisfied: 486, dossiers: 588, petitionsInTime: 0, petitionsSatisfied: 0, petitions: 0 };
const payment = {
  paidOnline: 7,
  withObligation: 7,
  proceduresPaidOnline: 2,
  proceduresWithFeeDossiers: 0,
  proceduresWithFee: 3,
};

describe('the scores of Decision 766', () => {
  it('give progress twenty points times the share on time, rounded half up', () => {
    expect(scored({ progress: { received: 588, onTime: 486 } }, 'progress')).toEqual({
      score: 16.53,
      ratio: 82.65,
      components: { onTime: 16.53 },
    });
    expect(scored({ progress: { received: 0, onTime: 0 } }, 'progress').score).toBe(0);
  });

  it('round each component before they are summed', () => {
    // 6 × 1/3 is 2; 2.5 × 1/3 = 0.8333 twice: 0.83 + 0.83, where rounding the sum would give 3.67.
    const figures = {
      ...payment,
      paidOnline: 1,
      withObligation: 3,
      proceduresPaidOnline: 1,
      proceduresWithFeeDossiers: 1,
    };
    expect(scored({ payment: figures }, 'payment')).toEqual({
      score: 3.66,
      ratio: 36.6,
      components: { dossiers: 2, procedures: 0.83, used: 0.83 },
    });
  });

  it('cap the share of procedures paid online at two points, and the group of payment at ten', () => {
    expect(scored({ payment }, 'payment')).toEqual({
      score: 7.67,
      ratio: 76.7,
      components: { dossiers: 6, procedures: 1.67, used: 0 },
    });
    const all = { ...payment, proceduresPaidOnline: 3, proceduresWithFeeDossiers: 3 };
    expect(scored({ payment: all }, 'payment')).toEqual({
      score: 10,
      ratio: 100,
      components: { dossiers: 6, procedures: 2, used: 2.5 },
    });
  });

  it('give payment nothing where nothing was owed', () => {
    const none = {
      paidOnline: 0,
      withObligation: 0,
      proceduresPaidOnline: 0,
      proceduresWithFeeDossiers: 0,
      proceduresWithFee: 0,
    };
    expect(scored({ payment: none }, 'payment').components).toEqual({ dossiers: 0, procedures: 0, used: 0 });
  });

  it('give digitisation per dossier, per procedure and for certified copies', () => {
    expect(scored({ digitisation }, 'digitisation')).toEqual({
      score: 10.53,
      ratio: 47.86,
      components: {
        electronicResults: 3.93,
        digitised: 2.12,
        reused: 0,
        fromCitizenStore: 0,
        populationData: 2,
        proceduresConnected: 0.48,
        certifiedCopies: 2,
      },
    });
  });

  it('give reused papers full points from four dossiers in five on', () => {
    const at = (reused: number) =>
      scored({ digitisation: { ...digitisation, dossiers: 1000, reused } }, 'digitisation').components['reused'];
    expect([at(400), at(799), at(800), at(801)]).toEqual([1, 2, 2, 2]);
    expect(at(797)).toBe(1.99);
  });

  it('leave out what is counted by dossier where there are none', () => {
    const none = {
      ...digitisation,
      dossiers: 0,
      electronicResults: 0,
      digitised: 0,
      populationData: 0,
      proceduresConnected: 0,
    };
    expect(scored({ digitisation: none }, 'digitisation')).toEqual({
      score: 2,
      ratio: 9.09,
      components: {
        electronicResults: null,
        digitised: null,
        reused: null,
        fromCitizenStore: null,
        populationData: null,
        proceduresConnected: 0,
        certifiedCopies: 2,
      },
    });
  });

  it('give satisfaction full points for nine in ten, and for petitions that nobody sent', () => {
    expect(scored({ satisfaction }, 'satisfaction')).toEqual({
      score: 17.51,
      ratio: 97.28,
      components: { reception: 5.51, petitionsInTime: 6, petitionsSatisfied: 6 },
    });
    const petitions = {
      ...satisfaction,
      dossiers: 0,
      satisfied: 0,
      petitions: 247,
      petitionsInTime: 182,
      petitionsSatisfied: 137,
    };
    expect(scored({ satisfaction: petitions }, 'satisfaction').components).toEqual({
      reception: 0,
      petitionsInTime: 4.42,
      petitionsSatisfied: 3.33,
    });
  });

  it('give transparency by its four shares, nothing where there was nothing to publish', () => {
    const figures: Figures = {
      transparency: { publishedInTime: [10, 10], updatedInTime: [9, 10], complete: [0, 0], synced: [580, 588] },
    };
    expect(scored(figures, 'transparency')).toEqual({
      score: 15.52,
      ratio: 86.22,
      components: { publishedInTime: 6, updatedInTime: 3.6, complete: 0, synced: 5.92 },
    });
  });

  it('mark the group of online services provisional, with the points that were configured', () => {
    const figures = { onlineServices: { proceduresOnline: 2, procedures: 5, dossiersOnline: 1, dossiers: 3 } };
    const { groups } = calculateIndicators(figures, { procedures: 400n, dossiers: 800n });
    expect(groups.onlineServices).toMatchObject({ provisional: true, max: 1200n, score: 200n + 533n });
    expect(calculateIndicators({ payment }).groups.payment?.provisional).toBe(false);
  });

  it('have for each component the most points of the decision, in hundredths', () => {
    const groups = calculateIndicators({
      progress: { received: 1, onTime: 1 },
      payment,
      digitisation,
      satisfaction,
      transparency: { publishedInTime: [1, 1], updatedInTime: [1, 1], complete: [1, 1], synced: [1, 1] },
      onlineServices: { proceduresOnline: 1, procedures: 1, dossiersOnline: 1, dossiers: 1 },
    }).groups;
    const most = Object.fromEntries(
      Object.entries(groups).map(([name, { components }]) => [name, components.map(({ max }) => max)]),
    );
    expect(most).toEqual({
      transparency: [600n, 400n, 200n, 600n],
      progress: [2000n],
      onlineServices: [600n, 600n],
      payment: [600n, 200n, 250n],
      digitisation: [600n, 400n, 200n, 400n, 200n, 200n, 200n],
      satisfaction: [600n, 600n, 600n],
    });
  });

  it('are nothing, to the hundredth, where nothing was there to be measured', () => {
    const nothing = calculateIndicators({
      digitisation: { ...digitisation, dossiers: 0, procedures: 0, certifiedCopies: false },
      transparency: { publishedInTime: [0, 0], updatedInTime: [0, 0], complete: [0, 0], synced: [0, 0] },
      onlineServices: { proceduresOnline: 0, procedures: 0, dossiersOnline: 0, dossiers: 0 },
    }).groups;
    const scores = (name: GroupName) => nothing[name]!.components.map(({ score }) => score);
    expect(scores('digitisation')).toEqual([null, null, null, null, null, 0n, 0n]);
    expect(scores('transparency')).toEqual([0n, 0n, 0n, 0n]);
    expect(scores('onlineServices')).toEqual([0n, 0n]);
  });

  it('have a ratio of nothing for a group to which no points are given', () => {
    const figures = { onlineServices: { proceduresOnline: 1, procedures: 1, dossiersOnline: 1, dossiers: 1 } };
    expect(calculateIndicators(figures, { procedures: 0n, dossiers: 0n }).groups.onlineServices?.ratio).toBe(0n);
  });

  it('sum the groups that have figures, and no others', () => {
    const index = calculateIndicators({ progress: { received: 588, onTime: 486 }, payment });
    expect(Object.keys(index.groups)).toEqual(['progress', 'payment']);
    expect([index.score, index.max]).toEqual([2420n, 3000n]);
  });

  it('give each group the ratio of its score, which is rounded already, and not of what it counts', () => {
    // 1415 of 1780 are 79.49 %; 15.9 of 20 points are 79.5 %.
    expect(scored({ progress: { received: 1780, onTime: 1415 } }, 'progress')).toMatchObject({
      score: 15.9,
      ratio: 79.5,
    });
  });

  it('round exactly where binary fractions would not: 1.005 is 1.01', () => {
    expect(roundHalfUp(1005n, 1000n)).toBe(101n);
    expect(roundHalfUp(1004n, 1000n)).toBe(100n);
  });

  it('stay within nothing and the maximum, and never fall when more was done', () => {
    const count = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(count, count, count, (dossiers, fewer, more) => {
        const at = (reused: number) =>
          calculateIndicators({ digitisation: { ...digitisation, dossiers, reused } }).groups.digitisation!;
        const [low, high] = [at(Math.min(fewer, more)), at(Math.max(fewer, more))];
        expect(low.score >= 0n && high.score <= high.max && low.score <= high.score).toBe(true);
      }),
    );
  });
});
