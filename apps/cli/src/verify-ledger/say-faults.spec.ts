import { sayFaults } from './say-faults.js';

describe('what verify-ledger says', () => {
  it('is that the books balance, or each thing that does not', () => {
    expect(sayFaults([])).toBe('The ledger balances.');
    expect(sayFaults([{ check: 'every entry is posted, with its amount', of: 'E1', found: '5000 0' }])).toBe(
      'The ledger does not balance; faults: 1\n  E1: 5000 0 (every entry is posted, with its amount)',
    );
  });

  it('names a hundred and counts the rest', () => {
    const faults = Array.from({ length: 130 }, (_, n) => ({ check: 'c', of: String(n), found: '1' }));
    const said = sayFaults(faults).split('\n');
    expect([said.length, said.at(-1)]).toEqual([102, '  … and 30 more']);
  });
});
