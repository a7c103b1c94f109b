import { globSync, readFileSync } from 'node:fs';
import { SERVICES } from './services.mjs';

const textOf = (file: string): string => readFileSync(file, 'utf8');
const HANDLED = /@On\((\w+)\)/g;

describe.each(SERVICES.map(({ app }) => app))('%s', (app) => {
  it('has a spec that delivers each event that it handles', () => {
    const handled = globSync(`apps/${app}/src/**/*.consumer.ts`).flatMap((file) =>
      [...textOf(file).matchAll(HANDLED)].map(([, contract = '']) => contract),
    );
    const specs = globSync(`apps/${app}/src/**/*.{spec,fixture}.ts`).map(textOf);
    expect([...new Set(handled)].filter((contract) => !specs.some((spec) => spec.includes(contract)))).toEqual([]);
  });
});
