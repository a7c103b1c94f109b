import { chain, EMPTY_HISTORY, type HistoryLine } from '../database/history.js';
import type { HistoryFault } from './check-history.js';
import type { HistoryItem } from './history-item.js';
import { verifyHistory } from './verify-history.js';
import { sealWitness } from './witness.js';

const KEYS: Readonly<Record<string, string>> = { intake: 'the key of intake', workflow: 'the key of workflow' };
const keyOf = (service: string): string => KEYS[service]!;

const ACTIONS = ['drafted', 'submitted', 'accepted', 'returned'];
const lines = ((): HistoryLine[] => {
  const made: HistoryLine[] = [];
  for (const [index, action] of ACTIONS.entries()) {
    const at = Temporal.Instant.from(`2026-11-1${index}T08:00:00Z`);
    made.push(
      chain(keyOf('intake'), made.at(-1) ?? EMPTY_HISTORY, {
        aggregate: 'dossier/d1',
        at,
        actor: 'clerk',
        action,
        detail: {},
      }),
    );
  }
  return made;
})();
const [first, second, third, fourth] = lines as [HistoryLine, HistoryLine, HistoryLine, HistoryLine];

const line = (one: HistoryLine): HistoryItem => ({ is: 'line', service: 'intake', line: one });
function heard({ n, hash }: Pick<HistoryLine, 'n' | 'hash'>, key = keyOf('workflow')): HistoryItem {
  const known = { source: 'intake', aggregate: 'dossier/d1', n, hash };
  return {
    is: 'witness',
    service: 'intake',
    receiver: 'workflow',
    witness: { ...known, seal: sealWitness(key, known) },
  };
}

async function faultsOf(...items: HistoryItem[]): Promise<string[]> {
  const faults: HistoryFault[] = [];
  const read = (async function* () {
    for (const item of items) yield await Promise.resolve(item);
  })();
  const tallies = await verifyHistory(read, { keyOf, onFault: (fault) => void faults.push(fault) });
  expect(tallies.reduce((sum, tally) => sum + tally.faults, 0)).toBe(faults.length);
  return faults.map((fault) => `${fault.kind} ${fault.line}${fault.witness === undefined ? '' : ` ${fault.witness}`}`);
}

/** All lines from `from` on as somebody with the key would write them, after `head`. */
function rewritten(from: readonly HistoryLine[], head: HistoryLine, key: string): HistoryLine[] {
  const made: HistoryLine[] = [];
  for (const one of from) made.push(chain(key, made.at(-1) ?? head, { ...one, actor: 'somebody else' }));
  return made;
}

describe('the verification of a history', () => {
  it('finds nothing where nothing was touched, also when others have heard of less than there is by now', async () => {
    expect(await faultsOf(heard(fourth), ...lines.map(line))).toEqual([]);
    expect(await faultsOf(heard(second), ...lines.map(line))).toEqual([]);
  });

  it.each<[string, HistoryItem[], string[]]>([
    ['a line that was changed', [line(first), line({ ...second, actor: 'x' }), line(third)], ['lineChanged 2']],
    [
      'two lines that were changed',
      [line({ ...first, action: 'x' }), line({ ...second, detail: { a: 1 } })],
      ['lineChanged 1', 'lineChanged 2'],
    ],
    ['a line that was removed', [line(first), line(third), line(fourth)], ['lineMissing 2']],
    [
      'a line that was removed, and those after it renumbered',
      [line(first), line({ ...third, n: 2 })],
      ['lineChanged 2'],
    ],
    ['a beginning that was removed', [line(second), line(third)], ['lineMissing 1']],
    [
      'a line that was inserted',
      [line(first), line({ ...second, action: 'refused' }), line({ ...second, n: 3 })],
      ['lineChanged 2', 'lineChanged 3'],
    ],
    [
      'a line that was written by somebody without the key',
      rewritten([second, third], first, 'guessed').map(line).toSpliced(0, 0, line(first)),
      ['lineChanged 2', 'lineChanged 3'],
    ],
    [
      'a line that was written anew with the key, before lines that stayed',
      [line(first), ...rewritten([second], first, keyOf('intake')).map(line), line(third)],
      ['linkBroken 3'],
    ],
    ['a tail that was cut', [heard(fourth), line(first), line(second)], ['tailMissing 3 workflow']],
    ['a history that is gone', [heard(fourth)], ['historyMissing 1 workflow']],
    [
      'a chain that was written anew with the key',
      [heard(third), line(first), ...rewritten([second, third, fourth], first, keyOf('intake')).map(line)],
      ['chainRewritten 3 workflow'],
    ],
    [
      'a cut tail with what others have heard changed to agree',
      [heard(second, 'guessed'), line(first), line(second)],
      ['witnessForged 2 workflow'],
    ],
  ])('finds %s', async (_, items, faults) => {
    expect(await faultsOf(...items)).toEqual(faults);
  });

  it('counts the histories of each service, and how many of them others know', async () => {
    const other = { ...chain(keyOf('workflow'), EMPTY_HISTORY, { ...first, aggregate: 'case/d1' }) };
    const read = (async function* (): AsyncGenerator<HistoryItem> {
      yield* [heard(second), ...lines.map(line)];
      yield await Promise.resolve({ is: 'line' as const, service: 'workflow', line: other });
    })();
    expect(await verifyHistory(read, { keyOf, onFault: () => undefined })).toEqual([
      { service: 'intake', histories: 1, lines: 4, witnessed: 1, faults: 0 },
      { service: 'workflow', histories: 1, lines: 1, witnessed: 0, faults: 0 },
    ]);
  });
});
