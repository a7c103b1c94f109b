import { playStory } from './pure-books/pure-books.fixture.js';

describe('whatever payers, cashiers, leaders and the platform do, in whatever order, and whatever dies meanwhile', () => {
  it('the books are what happened: nobody pays twice, nothing is paid out that did not come in, a closed day never changes', () => {
    for (let seed = 1; seed <= 2_000; seed += 1) playStory(seed, 40);
  });
});
