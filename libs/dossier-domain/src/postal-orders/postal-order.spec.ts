import { refusalOf } from '../testing.fixture.js';
import {
  assertCancellable,
  assertNotWithPost,
  deliveredAt,
  mergeEvents,
  type ParcelEvent,
  type PostalState,
  stateAfter,
} from './postal-order.js';

const collected: ParcelEvent = { step: 'collected', at: '2026-12-02T16:00:00+07:00' };
const attempted: ParcelEvent = { step: 'attempted', at: '2026-12-03T10:00:00+07:00' };
const delivered: ParcelEvent = { step: 'delivered', at: '2026-12-03T15:00:00+07:00' };
const undeliverable: ParcelEvent = { step: 'undeliverable', at: '2026-12-05T09:00:00+07:00' };
const cameBack: ParcelEvent = { step: 'cameBack', at: '2026-12-07T09:00:00+07:00' };

describe('what the post tells of a parcel', () => {
  it('is in the order in which it happened, each once, however it was told', () => {
    const sameInstant = { step: 'collected', at: '2026-12-02T09:00:00Z' } as const;
    expect(mergeEvents([delivered], [attempted, sameInstant, delivered, collected])).toEqual([
      collected,
      attempted,
      delivered,
    ]);
    expect(mergeEvents([], [])).toEqual([]);
  });

  it('keeps two things of one instant apart', () => {
    const first = { step: 'attempted', at: delivered.at } as const;
    expect(mergeEvents([], [delivered, first])).toEqual([first, delivered]);
  });

  it.each<[PostalState, readonly ParcelEvent[]]>([
    ['taken', []],
    ['onTheWay', [collected]],
    ['onTheWay', [collected, attempted]],
    ['onTheWay', [attempted]],
    ['delivered', [collected, attempted, delivered]],
    ['delivered', [delivered]],
    ['undeliverable', [collected, attempted, undeliverable]],
    ['undeliverable', [undeliverable, cameBack]],
    ['undeliverable', [delivered, undeliverable]],
  ])('comes to %s', (state, events) => {
    for (const before of ['waiting', 'taken', 'onTheWay'] as const) expect(stateAfter(before, events)).toBe(state);
  });

  it('changes nothing of an order that has ended', () => {
    for (const ended of ['delivered', 'undeliverable', 'refused', 'cancelled'] as const)
      for (const events of [[], [collected], [delivered], [undeliverable]])
        expect(stateAfter(ended, events)).toBe(ended);
  });

  it('says when the result was delivered', () => {
    expect(deliveredAt([collected, delivered, cameBack])).toBe('2026-12-03T15:00:00+07:00');
    expect(deliveredAt([collected])).toBeNull();
  });
});

describe('an order at the postal service', () => {
  it('is taken back until the post has collected the parcel', () => {
    for (const state of ['waiting', 'taken'] as const) expect(() => assertCancellable(state)).not.toThrow();
    for (const state of ['onTheWay', 'delivered', 'undeliverable', 'refused', 'cancelled', undefined] as const)
      expect(refusalOf(() => assertCancellable(state))).toMatchObject({
        code: 'DOSSIER.NO_OPEN_POSTAL_ORDER',
        evidence: { postalState: state ?? null },
      });
  });

  const asked = (state: PostalState) => () => assertNotWithPost({ state, orderNumber: 'H48.12-261124-0001-1' });

  it.each(['waiting', 'taken', 'onTheWay'] as const)('keeps the result here as long as it is %s', (state) => {
    expect(refusalOf(asked(state))).toMatchObject({
      code: 'DOSSIER.WITH_THE_POST',
      evidence: { orderNumber: 'H48.12-261124-0001-1', postalState: state },
    });
  });

  it.each(['delivered', 'undeliverable', 'refused', 'cancelled'] as const)(
    'keeps nothing here once it is %s',
    (state) => {
      expect(asked(state)).not.toThrow();
      expect(() => assertNotWithPost(null)).not.toThrow();
    },
  );
});
