import { chain, EMPTY_HISTORY, firstBrokenLine, type HistoryEntry, type HistoryLine } from './history.js';

const KEY = 'a secret of the province';
const entry = (action: string, day: number): HistoryEntry => ({
  aggregate: 'dossier/d1',
  at: Temporal.Instant.from(`2026-11-${day}T08:00:00Z`),
  actor: 'clerk',
  action,
  detail: { reason: action, nested: { b: 1, a: [1, 2] } },
});

function chained(entries: readonly HistoryEntry[]): HistoryLine[] {
  const lines: HistoryLine[] = [];
  for (const one of entries) lines.push(chain(KEY, lines.at(-1) ?? EMPTY_HISTORY, one));
  return lines;
}

describe('the history of an aggregate', () => {
  const lines = chained([entry('submit', 10), entry('accept', 11), entry('return', 12)]);

  it('holds when nothing was touched, whatever the order of the fields it is read back with', () => {
    expect(firstBrokenLine(KEY, lines)).toBeUndefined();
    const reordered = lines.map((line) => ({ ...line, detail: { nested: { a: [1, 2], b: 1 }, reason: line.action } }));
    expect(firstBrokenLine(KEY, reordered)).toBeUndefined();
  });

  it('shows a line that was changed', () => {
    const [first, second, third] = lines as [HistoryLine, HistoryLine, HistoryLine];
    expect(firstBrokenLine(KEY, [first, { ...second, actor: 'somebody else' }, third])).toBe(2);
    expect(firstBrokenLine(KEY, [first, { ...second, at: second.at.subtract({ hours: 1 }) }, third])).toBe(2);
  });

  it('shows a line that was removed or inserted', () => {
    const [first, second, third] = lines as [HistoryLine, HistoryLine, HistoryLine];
    expect(firstBrokenLine(KEY, [first, third])).toBe(2);
    expect(firstBrokenLine(KEY, [first, second, { ...second, n: 3 }, third])).toBe(3);
    expect(firstBrokenLine(KEY, [second, third])).toBe(1);
  });

  it('shows a chain that was computed anew by somebody without the key', () => {
    let head = EMPTY_HISTORY;
    const forged = lines.map((line) => (head = chain('guessed', head, { ...line, actor: 'forger' })));
    expect(firstBrokenLine(KEY, forged)).toBe(1);
  });
});
