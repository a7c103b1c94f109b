import type { ReceivedEvent } from '../wire/envelope.js';
import { unhandledRun } from './skip-unhandled.js';

const batch = (...events: [sequence: number, type: string][]): ReceivedEvent[] =>
  events.map(([sequence, type]) => ({ topic: 't', key: 'k', sequence, type }) as ReceivedEvent);
const handles = (type: string): boolean => type === 'heard';

describe('a run of events that nobody reacts to', () => {
  it.each<[title: string, events: ReceivedEvent[], from: number, run: [number, number] | undefined]>([
    ['reaches to the next event with a handler', batch([1, 'a'], [2, 'b'], [3, 'heard'], [4, 'a']), 0, [1, 2]],
    ['reaches to the end', batch([1, 'heard'], [2, 'a'], [3, 'b']), 1, [2, 3]],
    ['ends at a hole', batch([1, 'a'], [3, 'a']), 0, [1, 1]],
    ['ends where an event comes again', batch([1, 'a'], [1, 'a'], [2, 'a']), 0, [1, 1]],
    ['does not begin with an event that has a handler', batch([1, 'heard'], [2, 'a']), 0, undefined],
    ['does not begin after the end', batch([1, 'a']), 1, undefined],
  ])('%s', (_, events, from, run) => {
    expect(unhandledRun(events, from, handles)).toEqual(run && { topic: 't', key: 'k', first: run[0], last: run[1] });
  });
});
