import { WakeUp } from './wake-up.js';

const HOUR = 3_600_000;

describe('a wake-up', () => {
  it('ends a wait', async () => {
    const wakeUp = new WakeUp();
    const waiting = wakeUp.wait(HOUR, new AbortController().signal);
    wakeUp.call();
    await waiting;
  });

  it('is not lost when it comes before the wait, and counts once', async () => {
    const wakeUp = new WakeUp();
    wakeUp.call();
    wakeUp.call();
    await wakeUp.wait(HOUR, new AbortController().signal);
    const order: string[] = [];
    const second = wakeUp.wait(20, new AbortController().signal).then(() => order.push('waited'));
    order.push('not woken');
    await second;
    expect(order).toEqual(['not woken', 'waited']);
  });

  it('comes by itself after the time, and at once when the signal aborts or has aborted', async () => {
    const wakeUp = new WakeUp();
    await wakeUp.wait(1, new AbortController().signal);
    const stopping = new AbortController();
    const waiting = wakeUp.wait(HOUR, stopping.signal);
    stopping.abort();
    await waiting;
    await wakeUp.wait(HOUR, stopping.signal);
  });
});
