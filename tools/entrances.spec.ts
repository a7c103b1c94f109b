import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { SERVICES } from './services.mjs';

const found = (app: string, kind: string): string[] => globSync(`apps/${app}/src/**/*.${kind}.ts`);

describe.each(SERVICES)('$app', ({ app, path }) => {
  it('has a module that names every controller and consumer of it: another is never called', () => {
    const modules = found(app, 'module').map((file) => readFileSync(file, 'utf8'));
    const entrances = found(app, '{controller,consumer}');
    expect(entrances.length).toBeGreaterThan(0);
    const named = (file: string): boolean => modules.some((module) => module.includes(`/${basename(file, '.ts')}.js'`));
    expect(entrances.filter((file) => !named(file))).toEqual([]);
  });

  it('has its row in the pages that list the services, and is started with them', () => {
    const row = new RegExp(`^\\| \`${app}\` +\\| \`${path}\``, 'm');
    for (const page of ['docs/architecture.md', 'docs/glossary.md']) expect(readFileSync(page, 'utf8')).toMatch(row);
    expect(readFileSync('libs/local-system/src/services.ts', 'utf8')).toContain(`from '@motcua/${app}';`);
  });
});
