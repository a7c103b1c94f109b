import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const JEST = fileURLToPath(new URL('../../../../node_modules/jest/bin/jest.js', import.meta.url));

const SUITE = `
  import { jest } from '@jest/globals';
  import './module.mjs';
  import './a.fixture.mjs';
  globalThis.suites = (globalThis.suites ?? 0) + 1;

  it('finds the module as the first suite left it', () => expect(globalThis.modules).toBe(1));
  it('has the fixture for itself', () => expect(globalThis.fixtures).toBe(globalThis.suites));
  it('sees no spy of another suite', () => {
    expect(Math.random()).toBeLessThan(1);
    jest.spyOn(Math, 'random').mockReturnValue(2);
    expect(Math.random()).toBe(2);
  });
  it('fails as suite ' + globalThis.suites, () => expect(globalThis.suites).toBe(0));`;

const count = (name: string) => `globalThis.${name} = (globalThis.${name} ?? 0) + 1;`;

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}

/** Runs two suites of the same sentences, one after the other in one worker. */
async function runTwoSuites(): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-suites-'));
  const config = {
    rootDir: folder,
    transform: {},
    testMatch: ['**/*.spec.mjs'],
    runtime: join(HERE, 'runtime.mjs'),
    testEnvironment: join(HERE, 'environment.mjs'),
    moduleFileExtensions: ['mjs', 'js'],
  };
  try {
    for (const [name, text] of Object.entries({
      'module.mjs': count('modules'),
      'a.fixture.mjs': count('fixtures'),
      'first.spec.mjs': SUITE,
      'second.spec.mjs': SUITE,
      'package.json': '{}',
      'jest.json': JSON.stringify(config),
    }))
      await writeFile(join(folder, name), text);
    const report = join(folder, 'report.json');
    const args = ['--experimental-vm-modules', JEST, '--config', join(folder, 'jest.json'), '--runInBand'];
    // It ends with 1: a sentence of each suite fails.
    await promisify(execFile)(process.execPath, [...args, '--json', `--outputFile=${report}`]).catch(() => undefined);
    return JSON.parse(await readFile(report, 'utf8')) as Report;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe('the suites of a worker', () => {
  it('share the modules, and nothing else', async () => {
    const { testResults } = await runTwoSuites();
    const told = testResults.flatMap((suite) => suite.assertionResults.map(({ title, status }) => [title, status]));
    const passed = [
      ['finds the module as the first suite left it', 'passed'],
      ['has the fixture for itself', 'passed'],
      ['sees no spy of another suite', 'passed'],
    ];
    expect(told).toEqual([...passed, ['fails as suite 1', 'failed'], ...passed, ['fails as suite 2', 'failed']]);
  });
});
