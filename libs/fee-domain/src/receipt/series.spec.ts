import {
  accountOn,
  collectorFaults,
  type CollectorTerms,
  isElectronic,
  RECEIPT_FORM,
  RECEIPT_SYMBOL,
  seriesOn,
} from './series.js';

const PHI = { kind: 'phi', form: '01BLP0-001', symbol: 'AA-26E', validFrom: '2026-07-01', validTo: null } as const;
const LE_PHI = { ...PHI, kind: 'lePhi', symbol: 'AB-26E' } as const;
const ACCOUNT = {
  ...{ number: '0011035112345', name: 'SO NONG NGHIEP VA MOI TRUONG', bank: 'Vietcombank', bankBin: '970436' },
  ...{ validFrom: '2026-07-01', validTo: null },
};
const TERMS: CollectorTerms = { taxCode: '4300123456', series: [PHI, LE_PHI], accounts: [ACCOUNT] };
const TODAY = '2026-12-01';

const faults = (after: Partial<CollectorTerms>, before: CollectorTerms | null = TERMS): string[] =>
  collectorFaults(before, { ...TERMS, ...after }, TODAY).map(({ pointer, code }) => `${pointer} ${code}`);

describe('the series of a receipt', () => {
  it('is the one that the agency has entered for the kind and the day', () => {
    const next = { ...PHI, symbol: 'AC-27E', validFrom: '2027-01-01' };
    const series = [{ ...PHI, validTo: '2027-01-01' }, LE_PHI, next];
    expect(seriesOn(series, 'phi', '2026-12-31')).toEqual({ form: '01BLP0-001', symbol: 'AA-26E' });
    expect(seriesOn(series, 'phi', '2027-01-01')).toEqual({ form: '01BLP0-001', symbol: 'AC-27E' });
    expect(seriesOn(series, 'lePhi', '2027-01-01')).toEqual({ form: '01BLP0-001', symbol: 'AB-26E' });
  });

  it('is the standard one of the kind and year where nothing is entered for the day', () => {
    expect(seriesOn([PHI], 'phi', '2026-06-30')).toEqual({ form: '01BLP0-001', symbol: 'PH-26E' });
    expect(seriesOn([], 'lePhi', '2027-01-02')).toEqual({ form: '01BLP0-001', symbol: 'LP-27E' });
  });

  it('has a form and a symbol as the circular writes them', () => {
    const form = (text: string): boolean => RECEIPT_FORM.test(text);
    const symbol = (text: string): boolean => RECEIPT_SYMBOL.test(text);
    expect(['01BLP0-001', '02BLP2-012', '03BLP0-001', '01BLP0-1', '01BL0-001'].map(form)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    // F, I, J, O, W and Z are none of the twenty letters.
    expect(['AA-26E', 'XY-26T', 'QP-26P', 'AF-26E', 'A-26E', 'AA-2026E', 'AA-26X'].map(symbol)).toEqual([
      ...[true, true, true, false, false, false, false],
    ]);
    expect([isElectronic('AA-26E'), isElectronic('AA-26T')]).toEqual([true, false]);
  });
});

describe('the account for transfers', () => {
  it('is the one of the day', () => {
    const old = { ...ACCOUNT, number: '1', validTo: '2026-09-01', validFrom: '2026-01-01' };
    const accounts = [old, { ...ACCOUNT, validFrom: '2026-09-01' }];
    expect([accountOn(accounts, '2026-08-31')?.number, accountOn(accounts, '2026-09-01')?.number]).toEqual([
      '1',
      '0011035112345',
    ]);
    expect(accountOn(accounts, '2025-12-31')).toBeUndefined();
  });
});

describe('how an agency collects', () => {
  it('may be entered for today and later', () => {
    expect(faults({}, { taxCode: null, series: [], accounts: [] })).toEqual([
      ...[
        '/series/0/validFrom BEGINS_IN_THE_PAST',
        '/series/1/validFrom BEGINS_IN_THE_PAST',
        '/accounts/0/validFrom BEGINS_IN_THE_PAST',
      ],
    ]);
    expect(faults({ series: [{ ...PHI, validFrom: TODAY }], accounts: [] }, null)).toEqual([]);
  });

  it('goes on from what was in force: a line is ended and followed by another', () => {
    const next = { ...PHI, symbol: 'AC-27E', validFrom: '2027-01-01' };
    expect(faults({ series: [{ ...PHI, validTo: '2027-01-01' }, LE_PHI, next] })).toEqual([]);
    expect(faults({ accounts: [{ ...ACCOUNT, validTo: '2026-12-02' }] })).toEqual([]);
  });

  it.each([
    ['a line that has begun with another symbol', { series: [{ ...PHI, symbol: 'AC-26E' }, LE_PHI] }],
    ['a line that has begun left out', { series: [LE_PHI] }],
    ['a line ended today, under which receipts may have been issued', { series: [{ ...PHI, validTo: TODAY }, LE_PHI] }],
  ])('does not rewrite the past: %s', (_, after) => {
    expect(faults(after)).toContain('/series PAST_STANDS');
  });

  it('does not open again what has ended', () => {
    const ended: CollectorTerms = { ...TERMS, accounts: [{ ...ACCOUNT, validTo: '2026-11-01' }] };
    expect(faults({ accounts: [ACCOUNT] }, ended)).toEqual(['/accounts PAST_STANDS']);
    expect(faults({ accounts: ended.accounts }, ended)).toEqual([]);
    const later = { ...ACCOUNT, validTo: '2027-01-01' };
    expect(faults({ accounts: [later] }, ended)).toEqual(['/accounts PAST_STANDS']);
    expect(faults({ accounts: [later] }, { ...TERMS, accounts: [{ ...ACCOUNT, validTo: TODAY }] })).toEqual([
      '/accounts PAST_STANDS',
    ]);
  });

  it('keeps what has ended beside what followed it, and moves an end that is still to come', () => {
    const ended = { ...ACCOUNT, validTo: '2026-11-01' };
    const followed = { ...TERMS, accounts: [ended, { ...ACCOUNT, number: '2', validFrom: '2026-11-01' }] };
    expect(faults({ accounts: followed.accounts }, followed)).toEqual([]);
    expect(faults({ accounts: followed.accounts.toReversed() }, followed)).toEqual([]);
    const ending = { ...TERMS, accounts: [{ ...ACCOUNT, validTo: '2027-01-01' }] };
    expect(faults({ accounts: [{ ...ACCOUNT, validTo: '2027-02-01' }] }, ending)).toEqual([]);
  });

  it('stands from its first day on', () => {
    const begun = { ...TERMS, accounts: [{ ...ACCOUNT, validFrom: TODAY }] };
    expect(faults({ accounts: [{ ...ACCOUNT, number: '2', validFrom: TODAY }] }, begun)).toEqual([
      '/accounts PAST_STANDS',
    ]);
  });

  it('has one series of a kind and one account at a time, and no empty window', () => {
    expect(faults({ series: [PHI, LE_PHI, { ...PHI, symbol: 'AC-27E', validFrom: '2027-01-01' }] })).toEqual([
      '/series/2/validFrom WINDOWS_OVERLAP',
    ]);
    expect(faults({ accounts: [ACCOUNT, { ...ACCOUNT, number: '2', validFrom: '2027-01-01' }] })).toEqual([
      '/accounts/1/validFrom WINDOWS_OVERLAP',
    ]);
    const empty = { ...PHI, symbol: 'AC-27E', validFrom: '2027-01-01', validTo: '2027-01-01' };
    expect(faults({ series: [{ ...PHI, validTo: '2026-12-31' }, LE_PHI, empty] })).toEqual([
      '/series/2/validTo WINDOW_EMPTY',
    ]);
  });

  it('numbers fees and charges, and each form, under a symbol of its own', () => {
    expect(faults({ series: [PHI, { ...LE_PHI, symbol: 'AA-26E' }] })).toContain('/series/0/symbol SYMBOL_TAKEN');
    const series = [{ ...PHI, validTo: '2027-01-01' }, LE_PHI, { ...PHI, form: '01BLP0-002', validFrom: '2027-01-01' }];
    expect(faults({ series })).toEqual(['/series/0/symbol SYMBOL_TAKEN', '/series/2/symbol SYMBOL_TAKEN']);
    const standard = [{ ...PHI, validTo: '2027-01-01' }, LE_PHI, { ...PHI, symbol: 'LP-27E', validFrom: '2027-01-01' }];
    expect(faults({ series: standard })).toEqual(['/series/2/symbol SYMBOL_TAKEN']);
  });
});
