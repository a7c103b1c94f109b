import { countByHand } from './count-by-hand.js';

const END = '2026-09-30T23:59:59+07:00';
const accepted = {
  channel: 'online',
  acceptedAt: '2026-09-21T09:00:00+07:00',
  dueAt: '2026-09-28T09:00:00+07:00',
} as const;
const NOTHING = {
  ...{ receivedOnline: 0, receivedAtCounter: 0, finishedEarly: 0, finishedOnDay: 0, finishedLate: 0 },
  ...{ runningInTime: 0, runningLate: 0, onTime: 0 },
};

describe('a month counted by hand', () => {
  it('takes days for the ordinary report and instants for Decision 766', () => {
    const processed = (processedAt: string) => countByHand([{ ...accepted, processedAt }], END);
    const one = { ...NOTHING, receivedOnline: 1 };
    expect(processed('2026-09-25T16:00:00+07:00')).toEqual({ ...one, finishedEarly: 1, onTime: 1 });
    expect(processed('2026-09-28T09:00:00+07:00')).toEqual({ ...one, finishedOnDay: 1, onTime: 1 });
    expect(processed('2026-09-28T09:00:01+07:00')).toEqual({ ...one, finishedOnDay: 1 });
    expect(processed('2026-09-29T07:00:00+07:00')).toEqual({ ...one, finishedLate: 1 });
  });

  it('judges what runs by the end of the month, and leaves out what was never accepted', () => {
    const notes = [
      accepted,
      { ...accepted, channel: 'counter' as const, dueAt: '2026-10-02T09:00:00+07:00' },
      { channel: 'online' as const, ended: 'refused' as const },
    ];
    expect(countByHand(notes, END)).toEqual({
      ...NOTHING,
      ...{ receivedOnline: 1, receivedAtCounter: 1, runningInTime: 1, runningLate: 1, onTime: 1 },
    });
  });
});
