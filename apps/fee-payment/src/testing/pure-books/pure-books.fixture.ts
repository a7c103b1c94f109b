import { Books, type Seen } from './books.fixture.js';
import {
  allocate,
  approve,
  cash,
  decideReversal,
  payOut,
  propose,
  proposeReversal,
  transfer,
} from './cashiers.fixture.js';
import { confirmDay, countDay, deposit, openDay, settleDifference } from './drawers.fixture.js';
import { NotRight } from './not-right.fixture.js';
import { callback, demand, end, expire, order, portal, query, stray } from './payers.fixture.js';
import { checkBooks } from './rightness.fixture.js';

type Act = (books: Books) => void;

/** As often as it stands here. */
const ACTS: readonly Act[] = [
  ...[order, order, order, callback, callback, callback, query, transfer, cash, cash, portal, expire, stray, allocate],
  ...[propose, approve, approve, payOut, payOut, proposeReversal, decideReversal, demand],
  ...[openDay, deposit, countDay, countDay, confirmDay, confirmDay, settleDifference],
];
const SELDOM = 40;

/**
 * Plays one story: two dossiers, two cashiers with a drawer each, leaders, a bank and a platform, as what they really have, and the
 * books as the service's own decisions write them. Whatever is done, the books are held against what really happened.
 * @throws NotRight
 */
export function playStory(seed: number, acts: number, seen: Seen = new Map()): void {
  const books = new Books(seed, seen);
  try {
    for (let n = 0; n < acts; n += 1) {
      books.passMinute();
      const act = books.one(SELDOM) === 0 ? end : books.pick(ACTS);
      act(books);
    }
    checkBooks(books);
  } catch (error) {
    const log = books.log.map(([what, outcome]) => `${what}: ${JSON.stringify(outcome)}`);
    throw new NotRight(`seed ${seed}: ${String(error)}\n${log.join('\n')}`);
  }
}
