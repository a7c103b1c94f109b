import { countCash, DIFFERENCE_ACTS } from '@motcua/fee-domain';
import { differencePostings } from '../../persistence/cash-settlements.js';
import type { Books } from './books.fixture.js';
import { AGENCY, cashierNamed, KINDS, WITHIN } from './cast.fixture.js';
import { right } from './not-right.fixture.js';

export function openDay(books: Books): void {
  const actor = books.cashier();
  const advance = books.one(3) === 0 ? { number: `PT-${books.id()}`, amount: 1 + books.one(100) } : null;
  const sum = books.really.inHand.get(actor.subject)! + (advance?.amount ?? 0);
  const command = { count: countCash({ sum }), note: null, advance, newId: books.id, actor };
  const facts = { drawer: books.drawerOf(actor.subject), isNumberUsed: false };
  if (books.runDay('drawer: opening', KINDS.open, facts, command)) books.really.inHand.set(actor.subject, sum);
}

/** Cash goes to the account at the treasury, or change back to the agency. */
export function deposit(books: Books): void {
  const day = books.anyDay();
  if (!day) return;
  const actor = books.one(5) === 0 ? books.cashier() : cashierNamed(day.cashier);
  const number = `GNT-${books.one(20)}`;
  const lies = books.really.inHand.get(day.cashier)!;
  if (lies < 1) return;
  const amount = 1 + books.one(lies);
  const kind = books.pick(['deposited', 'deposited', 'returned'] as const);
  const facts = {
    ...{ day, drawer: books.drawerOf(day.cashier), within: WITHIN },
    isNumberUsed: books.usedNumbers.has(number),
    advanced: -books.balance(`advanced/${AGENCY}/${day.cashier}`),
  };
  const { id, version } = day;
  const command = { id, version, kind, number, amount, dated: '2026-11-24', actor, newId: books.id };
  if (!books.runDay(`drawer: ${kind}`, KINDS.bringAway, facts, command)) return;
  books.usedNumbers.add(number);
  books.really.inHand.set(day.cashier, lies - amount);
  if (kind !== 'deposited') return;
  books.really.atBank += amount;
  books.really.cashAtBank += amount;
}

export function countDay(books: Books): void {
  const day = books.anyDay();
  if (!day) return;
  const { inHand, unexplained } = books.really;
  // Now and then a note is lost, or found.
  const change = books.one(4) === 0 ? books.one(21) - 10 : 0;
  const had = inHand.get(day.cashier)!;
  const lies = Math.max(0, had + change);
  unexplained.set(day.cashier, unexplained.get(day.cashier)! + lies - had);
  inHand.set(day.cashier, lies);
  const facts = { day, drawer: books.drawerOf(day.cashier), within: WITHIN };
  const { id, version } = day;
  const command = { id, version, count: countCash({ sum: lies }), note: null, actor: cashierNamed(day.cashier) };
  if (!books.runDay('drawer: count', KINDS.count, facts, command)) return;
  const isCounted = books.days.get(day.cashier)?.status === 'counted';
  right(isCounted || unexplained.get(day.cashier) === 0, 'a difference was closed by one person', day);
}

export function confirmDay(books: Books): void {
  const day = books.anyDay();
  if (!day) return;
  const [actor, confirmed] = [books.leader(), books.one(4) > 0];
  const facts = { day, drawer: books.drawerOf(day.cashier), within: WITHIN };
  const command = { id: day.id, version: day.version, confirmed, note: 'x', actor };
  if (!books.runDay('drawer: confirmation', KINDS.confirmDay, facts, command) || !confirmed) return;
  right(actor.subject !== day.cashier, 'a cashier confirmed the own difference', day);
  const { unexplained } = books.really;
  unexplained.set(day.cashier, unexplained.get(day.cashier)! - day.difference!);
}

/** What was missing is paid in or written off, what was too much goes to the treasury: of any closed day, again and again. */
export function settleDifference(books: Books): void {
  const day = books.any(books.closedDays.filter(({ difference }) => difference !== 0));
  if (!day) return;
  const [act, amount, actor] = [books.pick(DIFFERENCE_ACTS), 1 + books.one(10), books.leader()];
  const earlier = books.settlements.filter(({ cashDayId }) => cashDayId === day.id);
  const [number, settlementId] = [`BB-${books.id()}`, books.id()];
  const change = books.decided('drawer: difference settled', () =>
    KINDS.settleDifference.decide(
      { day, earlier, isSlipUsed: false, within: WITHIN },
      { id: day.id, settlementId, act, amount, number, note: 'x', actor },
      books.now,
    ),
  );
  if (change === null) return;
  books.settlements.push(change.settlement);
  books.book(differencePostings(change));
  if (act === 'madeGood') books.really.atBank += amount;
  const settled = [...earlier, change.settlement].reduce((sum, one) => sum + one.amount, 0);
  right(settled <= Math.abs(day.difference!), 'more of a difference was settled than there was', day, settled);
}
