import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { KIND_CODES } from './kinds.js';

const slices = fileURLToPath(new URL('..', import.meta.url));
const senders = globSync('**/*.ts', { cwd: slices }).filter(
  (file) => !/\.(spec|fixture)\.ts$/.test(file) && !file.endsWith('/kinds.ts'),
);
const source = senders.map((file) => readFileSync(`${slices}${file}`, 'utf8')).join('\n');

describe('the kinds of message', () => {
  it.each(KIND_CODES)('%s is sent by something', (kind) => {
    expect(source).toContain(`'${kind}'`);
  });
});
