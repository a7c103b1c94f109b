import { assertBooked } from './resolve-break.js';

describe('a resolution of a break', () => {
  const behind = { bookable: null, reversal: undefined, refund: undefined } as const;

  it('that books nothing is a note that says why not', () => {
    expect(() => assertBooked('nothing', behind)).not.toThrow();
  });

  it('by an allocation books what they list beyond what we have', () => {
    expect(() => assertBooked('allocation', { ...behind, bookable: 1 })).not.toThrow();
    expect(() => assertBooked('allocation', { ...behind, bookable: 0 })).toThrow('PAYMENT.NOTHING_BOOKED');
    expect(() => assertBooked('allocation', { ...behind, bookable: -5 })).toThrow('PAYMENT.NOTHING_BOOKED');
    expect(() => assertBooked('allocation', behind)).toThrow('PAYMENT.NOTHING_BOOKED');
  });

  it('by a reversal names one that two persons have done', () => {
    expect(() => assertBooked('reversal', { ...behind, reversal: 'done' })).not.toThrow();
    expect(() => assertBooked('reversal', { ...behind, reversal: 'proposed' })).toThrow('PAYMENT.NOTHING_BOOKED');
    expect(() => assertBooked('reversal', { ...behind, reversal: 'turnedDown' })).toThrow('PAYMENT.NOTHING_BOOKED');
    expect(() => assertBooked('reversal', behind)).toThrow('PAYMENT.NOTHING_BOOKED');
  });

  it('by a refund names one that is proposed or further, and neither kept nor undone', () => {
    for (const refund of ['proposed', 'approved', 'failed', 'refunded'] as const) {
      expect(() => assertBooked('refund', { ...behind, refund })).not.toThrow();
    }
    for (const refund of ['listed', 'kept', 'reversed', undefined] as const) {
      expect(() => assertBooked('refund', { ...behind, refund })).toThrow('PAYMENT.NOTHING_BOOKED');
    }
  });
});
