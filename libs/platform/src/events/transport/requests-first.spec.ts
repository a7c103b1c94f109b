import { RequestsFirst } from './requests-first.js';

describe('who works on events', () => {
  const never = new AbortController().signal;
  const LONG = 3_600_000;

  it('waits for nothing while requests are few', async () => {
    const requests = new RequestsFirst({ few: 1, pauseMs: LONG });
    requests.came();
    await expect(requests.giveWay(never)).resolves.toBeUndefined();
  });

  it('waits while they press, and goes on as soon as they are few again', async () => {
    const requests = new RequestsFirst({ few: 1, pauseMs: LONG });
    const order: string[] = [];
    requests.came();
    requests.came();
    const waited = requests.giveWay(never).then(() => order.push('events'));
    order.push('request');
    requests.ended();
    await waited;
    expect(order).toEqual(['request', 'events']);
  });

  it('goes on after the pause, however many there are, and when it is told to stop', async () => {
    const short = new RequestsFirst({ few: 0, pauseMs: 1 });
    short.came();
    await expect(short.giveWay(never)).resolves.toBeUndefined();
    const long = new RequestsFirst({ few: 0, pauseMs: LONG });
    long.came();
    const stopping = new AbortController();
    const waited = long.giveWay(stopping.signal);
    stopping.abort();
    await expect(waited).resolves.toBeUndefined();
  });
});
