import { plotOf, roundUp } from './plot.js';

describe('a plot', () => {
  const svg = plotOf({
    title: 'Submissions <a second>',
    unit: 'a second',
    lines: [
      {
        name: 'ours',
        points: [
          [1, 100],
          [2, 150],
          [4, 200],
        ],
      },
      {
        name: 'pgbench',
        points: [
          [1, 50],
          [2, 100],
          [4, 100],
        ],
      },
    ],
  });

  it('places clients by doublings, and values from 0 to a round number', () => {
    // The x axis runs from 70 to 570, the y axis from 350 (0) up to 40 (200).
    expect(svg).toContain('points="70.0,195.0 320.0,117.5 570.0,40.0"');
    expect(svg).toContain('points="70.0,272.5 320.0,195.0 570.0,195.0"');
  });

  it('names its lines, its axes and what it measures', () => {
    expect([...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, words]) => words)).toEqual([
      'Submissions &lt;a second> (a second)',
      ...['0', '50', '100', '150', '200'],
      ...['1', '2', '4'],
      'clients',
      'ours',
      'pgbench',
    ]);
  });

  it.each([
    [3, 5],
    [20, 20],
    [21, 50],
    [0.7, 1],
    [950, 1000],
  ])('rounds %d up to %d', (value, round) => {
    expect(roundUp(value)).toBe(round);
  });
});
