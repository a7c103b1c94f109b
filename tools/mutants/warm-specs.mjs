// The specs of one folder, loaded once and run again for each change of a source: a child process of `score.mjs`. Only what
// leads to the changed file is loaded anew, and nothing is written. The specs run on Jest's own runner and matchers.
import { jestExpect } from '@jest/expect';
import { transformSync } from '@swc/core';
import * as circus from 'jest-circus';
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import 'reflect-metadata';

const root = new URL('../../', import.meta.url).href;
const GLOBALS = 'motcua:jest-globals';
const SETUP = new URL('libs/testing/src/equality/setup.ts', root).href;

/** url → the urls of the files that import it */
const importers = new Map();
const compiled = new Map();
/** What is being loaded anew: { number, url, text, stale }, all that leads to `url` being stale. */
let change;

const bare = (url) => url.replace(/\?change=.*$/, '');
const isSource = (url) => url.startsWith(root) && url.endsWith('.ts') && !url.includes('/node_modules/');

function compile(url, text) {
  const { code } = transformSync(text, { filename: fileURLToPath(url), swcrc: true, sourceMaps: false });
  return code;
}

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@jest/globals') return { url: GLOBALS, shortCircuit: true };
    let url;
    if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.startsWith(root)) {
      // Sources import each other by the name that will exist after the build.
      const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL).href;
      if (existsSync(fileURLToPath(source))) url = source;
    }
    url ??= next(specifier, context).url;
    const plain = bare(url);
    if (!isSource(plain)) return next(specifier, context);
    if (context.parentURL !== undefined) {
      if (!importers.has(plain)) importers.set(plain, new Set());
      importers.get(plain).add(bare(context.parentURL));
    }
    return { url: change?.stale.has(plain) ? `${plain}?change=${change.number}` : url, shortCircuit: true };
  },
  load(url, context, next) {
    if (url === GLOBALS)
      return {
        format: 'module',
        shortCircuit: true,
        source: 'export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } = globalThis;',
      };
    const plain = bare(url);
    if (!isSource(plain)) return next(url, context);
    if (change?.url === plain) return { format: 'module', shortCircuit: true, source: compile(plain, change.text) };
    if (!compiled.has(plain)) compiled.set(plain, compile(plain, readFileSync(fileURLToPath(plain), 'utf8')));
    return { format: 'module', shortCircuit: true, source: compiled.get(plain) };
  },
});

const { afterAll, afterEach, beforeAll, beforeEach, describe, it, test } = circus;
Object.assign(globalThis, { afterAll, afterEach, beforeAll, beforeEach, describe, it, test, expect: jestExpect });
await import(SETUP);

/** All files through which `url` is reached, itself among them. */
function leadingTo(url) {
  const found = new Set([url]);
  for (const one of found) for (const importer of importers.get(one) ?? []) found.add(importer);
  return found;
}

/** Runs one spec up to the first sentence that is red; answers it. */
async function redSentence(url) {
  circus.resetState();
  circus.addEventHandler((event, state) => {
    // Nothing after it need be asked.
    if (event.name === 'test_done' && event.test.errors.length > 0) state.testNamePattern = /(?!)/;
  });
  try {
    await import(url);
  } catch (error) {
    return `does not load: ${error}`;
  }
  const { testResults, unhandledErrors } = await circus.run();
  if (unhandledErrors.length > 0) return `unhandled: ${unhandledErrors[0]}`;
  const red = testResults.find(({ errors }) => errors.length > 0);
  if (red) return red.testPath.slice(1).join(' ');
  return testResults.length === 0 ? 'has no sentence' : undefined;
}

/** How long each spec takes. */
const times = new Map();

/** Loads the specs, and runs them unless it is known already how long each takes. */
async function start(specs, known) {
  for (const spec of specs) {
    const url = new URL(spec, root).href;
    if (known !== undefined) {
      circus.resetState();
      await import(url);
      times.set(url, known[spec]);
      continue;
    }
    const begun = performance.now();
    const red = await redSentence(url);
    if (red !== undefined) return { red: `${spec}: ${red}` };
    times.set(url, performance.now() - begun);
  }
  return { times: Object.fromEntries(specs.map((spec) => [spec, times.get(new URL(spec, root).href)])) };
}

let number = 0;
async function findChange(file, text) {
  number += 1;
  const url = new URL(file, root).href;
  const stale = leadingTo(url);
  change = { number, url, text, stale };
  const folder = url.slice(0, url.lastIndexOf('/') + 1);
  const near = (spec) => (spec.startsWith(folder) ? 0 : 1);
  const specs = [...times.keys()]
    .filter((spec) => stale.has(spec))
    .sort((a, b) => near(a) - near(b) || times.get(a) - times.get(b));
  for (const spec of specs) {
    const red = await redSentence(`${spec}?change=${number}`);
    if (red !== undefined) return { red };
  }
  return { specs: specs.length };
}

process.on('message', ({ specs, times: known, file, text }) => {
  void (specs === undefined ? findChange(file, text) : start(specs, known)).then((answer) =>
    // Node never lets go of a module: whoever asks replaces a process that has grown.
    process.send({ ...answer, grown: process.memoryUsage.rss() > 700e6 }),
  );
});
