import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { SERVICES } from './services.mjs';

const found = (app: string, kind: string): string[] => globSync(`apps/${app}/src/**/*.${kind}.ts`);

describe.each(SERVICES.map(({ app }) => app))('%s', (app) => {
  it('has a module that names every controller and consumer of it: another is never called', () => {
    const modules = found(app, 'module').map((file) => readFileSync(file, 'utf8'));
    const entrances = found(app, '{controller,consumer}');
    expect(entrances.length).toBeGreaterThan(0);
    const named = (file: string): boolean => modules.some((module) => module.includes(`/${basename(file, '.ts')}.js'`));
    expect(entrances.filter((file) => !named(file))).toEqual([]);
  });
});
