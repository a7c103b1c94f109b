import { ALL_CONTRACTS, sampleOf } from '@motcua/contracts';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { describedReader } from './described-reader.js';

/** Every place within a sample, as the way that leads there. */
function* places(value: unknown, way: readonly string[] = []): Generator<readonly string[]> {
  if (way.length > 0) yield way;
  if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) yield* places(inner, [...way, name]);
}

function changed(
  sample: object,
  way: readonly string[],
  change: (parent: Record<string, unknown>, name: string) => void,
) {
  const copy = structuredClone(sample) as Record<string, unknown>;
  let parent = copy;
  for (const name of way.slice(0, -1)) parent = parent[name] as Record<string, unknown>;
  change(parent, way.at(-1)!);
  return copy;
}

const WRONG: readonly unknown[] = [
  null,
  '',
  ' ',
  'x',
  -1,
  0,
  1.5,
  1e300,
  true,
  [],
  {},
  [null],
  '2026-02-30',
  '2026-13-01T00:00:00Z',
];

describe.each(ALL_CONTRACTS.map((contract) => [contract.type, contract] as const))(
  'the fast reading of %s',
  (_, contract) => {
    const sample: object = sampleOf(contract);
    const read = describedReader(contract);
    const isValid = (data: object): boolean =>
      validateSync(plainToInstance(contract, data), { forbidUnknownValues: false }).length === 0;

    it('takes the sample, as an instance with instances within', () => {
      expect(read(sample)).toBeInstanceOf(contract);
      expect(read(sample)).toEqual(plainToInstance(contract, sample));
    });

    it('takes nothing that the validator refuses', () => {
      const taken: string[] = [];
      for (const way of places(sample)) {
        const without = changed(sample, way, (parent, name) => Reflect.deleteProperty(parent, name));
        for (const data of [
          without,
          ...WRONG.map((wrong) => changed(sample, way, (parent, name) => (parent[name] = wrong))),
        ])
          if (read(data) !== undefined && !isValid(data))
            taken.push(`${way.join('/')}: ${JSON.stringify(data).slice(0, 80)}`);
      }
      expect(taken).toEqual([]);
    });
  },
);
