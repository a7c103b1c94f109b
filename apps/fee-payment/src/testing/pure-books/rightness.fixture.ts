import { balanceOf, drawerAccount, isOpenRefund, outstanding, stillOwed } from '@motcua/fee-domain';
import { standing } from '../../persistence/ledger.js';
import type { Money } from '../../persistence/money.js';
import { validOf } from '../../persistence/receipts.js';
import type { Books } from './books.fixture.js';
import { AGENCY, CASHIERS } from './cast.fixture.js';
import { right } from './not-right.fixture.js';

const sumOf = (rows: readonly { readonly amount: number }[]): number =>
  rows.reduce((sum, { amount }) => sum + amount, 0);

/** Holds the books against what really happened. @throws NotRight */
export function checkBooks(books: Books): void {
  const { really } = books;
  let sum = 0;
  for (const balance of books.balances.values()) sum += balance;
  right(sum === 0, 'the books do not balance', sum);
  right(books.balance('bank') === really.atBank, 'the bank has another amount', books.balance('bank'), really.atBank);
  const clearing = books.balance('clearing');
  right(clearing === really.atPlatform, 'the platform has another amount', clearing, really.atPlatform);
  for (const cashier of CASHIERS) checkDrawer(books, cashier);
  for (const [id, moved] of books.movedWhenClosed)
    right(moved === (books.moved.get(id) ?? 0), 'a closed day has changed', id, moved);
  for (const money of books.dossiers.values()) checkDossier(books, money);
  checkCameOnce(books);
}

function checkDrawer(books: Books, cashier: string): void {
  const drawer = books.balance(drawerAccount({ agency: AGENCY, cashier }));
  const { unexplained, inHand } = books.really;
  const [missing, lies] = [unexplained.get(cashier)!, inHand.get(cashier)!];
  right(drawer + missing === lies, 'a drawer holds another amount', cashier, drawer, missing, lies);
  const { holds } = books.drawerOf(cashier);
  right(holds === drawer, 'a day does not know what its drawer holds', cashier, holds, drawer);
}

/** Each sum that came is in the books once, with its amount, and no other. */
function checkCameOnce(books: Books): void {
  const counted = new Map<string, number>();
  for (const { kind, reference, transaction, amount } of books.all(({ entries }) => standing(entries))) {
    const name = `${reference} ${transaction}`;
    if (kind !== 'refund') counted.set(name, (counted.get(name) ?? 0) + amount);
  }
  const here = books.really.here();
  for (const [name, amount] of here)
    right(counted.get(name) === amount, 'money was lost or counted twice', name, amount, counted.get(name));
  right(counted.size === here.size, 'money was counted that never came', [...counted.keys()], [...here]);
}

function checkDossier(books: Books, { account, entries, receipts, refunds }: Money): void {
  const { dossierId, lines, paid, ended, unallocated } = account;
  const open = sumOf(refunds.filter(({ status }) => isOpenRefund(status)));
  const [payer, lies] = [-books.balance(`payer/${dossierId}`), -books.balance(`unallocated/${dossierId}`)];
  right(payer === open, 'a payer is not owed what is listed', payer, open);
  right(lies === unallocated, 'what settles nothing yet is another amount', lies, unallocated);
  const valid = sumOf(validOf(receipts));
  const due = lines
    .filter(({ collectedAt, settled }) => settled ?? paid.includes(collectedAt))
    .reduce((sum, { net }) => sum + net, 0);
  right(valid === due, 'somebody paid twice, or has no receipt', dossierId, valid, due);
  const stands = standing(entries);
  const { received, refunded, listed, kept } = balanceOf(stands, refunds);
  const back = listed + kept + refunded;
  right(refunded <= received && back <= received, 'more went back than came', received, refunded, listed, kept);
  if (ended !== null) {
    right(back === received, 'what an ended dossier paid is not listed', received, listed, kept, refunded);
    return;
  }
  const used = sumOf(stands.filter(({ kind }) => kind === 'payment'));
  const unneeded = sumOf(
    refunds.filter(({ reason, status, orderId }) => reason === 'unneeded' && orderId === null && status !== 'reversed'),
  );
  right(used === due + unallocated + unneeded, 'what came for what is owed is not all of it', used, due, unallocated);
  const owed = Object.values(stillOwed(lines, paid)).reduce((sum, net) => sum + net, 0);
  const asked = Object.values(outstanding(account)).reduce((sum, net) => sum + net, 0);
  right(asked === Math.max(0, owed - unallocated), 'something is owed that was paid', asked, owed, unallocated);
}
