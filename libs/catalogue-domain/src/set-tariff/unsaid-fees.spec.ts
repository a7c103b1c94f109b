import { definition, tariffLine } from '../testing.fixture.js';
import type { TariffLine } from './tariff.js';
import { unsaidFees } from './unsaid-fees.js';

const [only] = definition.variants;
const two = { ...definition, variants: [only!, { ...only!, code: 'other' }] };
const gaps = (lines: readonly Partial<TariffLine>[], until: string | null = null, of = two): string[] =>
  unsaidFees(
    of,
    lines.map((line) => ({ ...tariffLine, ...line })),
    { from: '2026-06-01', until },
  ).map(({ detail }) => /Variant (.*)\. Where/u.exec(detail.en)?.[1] ?? '');

describe('what a tariff leaves unsaid (R16)', () => {
  it.each<[string, readonly Partial<TariffLine>[]]>([
    ['says of every variant on every channel what is owed', [{}]],
    ['says 0 đ', [{ amount: 0 }]],
    ['has no line at all: nothing is owed', []],
    ['says it line after line', [{ validTo: '2026-07-01' }, { validFrom: '2026-07-01' }]],
    ['says it without end beside a line that ends', [{ validTo: '2026-08-01' }, { code: 'P' }]],
    ['says it by lines that overlap', [{ validTo: '2026-08-01' }, { code: 'P', validFrom: '2026-07-01' }]],
    [
      'says it of each variant and channel apart',
      [
        { variant: 'default' },
        { variant: 'other', channels: ['counter'] },
        { variant: 'other', channels: ['online'], validFrom: '2026-06-01' },
      ],
    ],
    ['says nothing of what is over', [{ validTo: '2026-03-01' }, { validFrom: '2026-06-01' }]],
  ])('is nothing where it %s', (_, lines) => {
    expect(gaps(lines)).toEqual([]);
  });

  it.each<[string, readonly Partial<TariffLine>[], string[]]>([
    [
      'a kind of applicant that no line names',
      [{ applicants: ['enterprise'], variant: 'default' }, { variant: 'other' }],
      ['default, channel counter: no line from 2026-06-01 on', 'default, channel online: no line from 2026-06-01 on'],
    ],
    [
      'a variant that no line names',
      [{ variant: 'default' }],
      ['other, channel counter: no line from 2026-06-01 on', 'other, channel online: no line from 2026-06-01 on'],
    ],
    [
      'a channel',
      [{ channels: ['counter'] }],
      ['default, channel online: no line from 2026-06-01 on', 'other, channel online: no line from 2026-06-01 on'],
    ],
    [
      'the days after the last line',
      [{ validTo: '2026-07-01', channels: ['counter'] }, { channels: ['online'] }],
      ['default, channel counter: no line from 2026-07-01 on', 'other, channel counter: no line from 2026-07-01 on'],
    ],
    [
      'the days after a line without days',
      [
        { validTo: '2026-07-01', variant: 'other' },
        { validFrom: '2026-07-01', validTo: '2026-07-01', variant: 'other' },
        { variant: 'default' },
      ],
      ['other, channel counter: no line from 2026-07-01 on', 'other, channel online: no line from 2026-07-01 on'],
    ],
    [
      'the days between two lines',
      [{ validTo: '2026-07-01' }, { validFrom: '2026-07-02' }],
      [
        'default, channel counter: no line from 2026-07-01 until 2026-07-02',
        'default, channel online: no line from 2026-07-01 until 2026-07-02',
        'other, channel counter: no line from 2026-07-01 until 2026-07-02',
        'other, channel online: no line from 2026-07-01 until 2026-07-02',
      ],
    ],
    [
      'variants that were renamed',
      [{ variant: 'before' }],
      [
        'default, channel counter: no line from 2026-06-01 on',
        'default, channel online: no line from 2026-06-01 on',
        'other, channel counter: no line from 2026-06-01 on',
        'other, channel online: no line from 2026-06-01 on',
      ],
    ],
  ])('is %s', (_, lines, expected) => {
    expect(gaps(lines)).toEqual(expected);
  });

  it('ends with the version', () => {
    expect(gaps([{ validTo: '2026-07-01' }], '2026-07-01')).toEqual([]);
    expect(gaps([{ validTo: '2026-07-01' }], '2026-07-02')).toHaveLength(4);
  });
});
