import { longSeed, shareOf } from '@motcua/testing';
import type { Seen } from './pure-books/books.fixture.js';
import { playStory } from './pure-books/pure-books.fixture.js';

const WHOLE = 1_000_000;
const STORIES = shareOf(WHOLE);
/** Each share of them is another stretch: as many days as there are shares play all. */
const BEGIN = 1 + (longSeed() % Math.ceil(WHOLE / STORIES)) * STORIES;
/**
 * Which stories: a run that ended early goes on behind the last part that it has told of, with
 * `MOTCUA_STORIES=410001-1000000 npx jest --selectProjects long pure-interleavings`.
 */
const [FIRST = 1, LAST = 0] = (process.env['MOTCUA_STORIES'] ?? `${BEGIN}-${BEGIN + STORIES - 1}`)
  .split('-')
  .map(Number);
const PART = 10_000;
/** Of 10 to 39 acts. */
const actsOf = (seed: number): number => 10 + (seed % 30);

const parts = Array.from({ length: Math.ceil((LAST - FIRST + 1) / PART) }, (_, part) => {
  const first = FIRST + part * PART;
  return [first, Math.min(first + PART - 1, LAST)] as const;
});

describe(`stories ${FIRST} to ${LAST} of money`, () => {
  const seen: Seen = new Map();
  const { stackTraceLimit } = Error;
  let acts = 0;

  beforeAll(() => {
    // A refusal is an answer here, asked for a hundred million times; nobody reads where it was thrown.
    Error.stackTraceLimit = 0;
  });

  afterAll(() => {
    Error.stackTraceLimit = stackTraceLimit;
    const rows = [...seen]
      .sort(([, a], [, b]) => b - a)
      .map(([what, count]) => `${String(count).padStart(10)}  ${what}`);
    process.stdout.write(`${rows.join('\n')}\n`);
  });

  it.each(parts)(
    'stories %i to %i: the books are what happened, nobody pays twice, nothing is paid out that did not come in',
    (first, last) => {
      for (let seed = first; seed <= last; seed += 1) {
        playStory(seed, actsOf(seed), seen);
        acts += actsOf(seed);
      }
      process.stdout.write(`stories ${first} to ${last} are right, ${acts} acts so far\n`);
    },
    600_000,
  );
});
