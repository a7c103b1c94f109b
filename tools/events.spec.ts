import { globSync, readFileSync } from 'node:fs';
import { CONTRACTS_BY_PRODUCER } from '@motcua/contracts';
import { SERVICES } from './services.mjs';

describe.each(Object.entries(CONTRACTS_BY_PRODUCER))('the events of %s', (producer, contracts) => {
  it('are each exported by the index of their folder', () => {
    const declared = globSync(`libs/contracts/src/${producer}/*.v*.ts`).map(
      (file) => /static readonly type = '([^']+)'/.exec(readFileSync(file, 'utf8'))?.[1] ?? file,
    );
    expect(declared.sort()).toEqual(contracts.map(({ type }) => type).sort());
  });

  it('are each named by the code of their producer', () => {
    const app = SERVICES.find(({ path }) => path === producer)?.app ?? '';
    const source = globSync(`apps/${app}/src/**/*.ts`)
      .filter((file) => !/\.(spec|fixture|consumer)\.ts$/.test(file))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    expect(contracts.filter(({ name }) => !source.includes(name)).map(({ name }) => name)).toEqual([]);
  });
});
