import { longSeed, shareOf } from '@motcua/testing';
import { PureBooks } from './pure-books.fixture.js';

const WHOLE = 1_000_000;
const STORIES = shareOf(WHOLE);
/** Each share of them is another stretch: as many days as there are shares play all. */
const FIRST = 1 + (longSeed() % Math.ceil(WHOLE / STORIES)) * STORIES;

describe(`${STORIES} stories of money, from the ${FIRST}th on`, () => {
  it('the books are what happened: nobody pays twice, nothing is paid out that did not come in, a closed day never changes', () => {
    for (let seed = FIRST; seed < FIRST + STORIES; seed += 1) new PureBooks(seed).play(10 + (seed % 30));
  }, 3_600_000);
});
