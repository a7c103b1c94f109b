import { PureBooks } from './pure-books.fixture.js';

const STORIES = 1_000_000;

describe('a million stories of money', () => {
  it('the books are what happened: nobody pays twice, nothing is paid out that did not come in, a closed day never changes', () => {
    for (let seed = 1; seed <= STORIES; seed += 1) new PureBooks(seed).play(10 + (seed % 30));
  }, 3_600_000);
});
