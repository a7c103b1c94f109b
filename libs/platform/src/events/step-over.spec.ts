import type { ReceivedEvent } from './envelope.js';
import { unheardRun } from './step-over.js';

const life = (...events: [sequence: number, type: string][]): ReceivedEvent[] =>
  events.map(([sequence, type]) => ({ topic: 't', key: 'k', sequence, type }) as ReceivedEvent);
const handles = (type: string): boolean => type === 'heard';

describe('a run of events that nobody reacts to', () => {
  it.each<[title: string, events: ReceivedEvent[], from: number, run: [number, number] | undefined]>([
    ['reaches to the next event with a handler', life([1, 'a'], [2, 'b'], [3, 'heard'], [4, 'a']), 0, [1, 2]],
    ['reaches to the end', life([1, 'heard'], [2, 'a'], [3, 'b']), 1, [2, 3]],
    ['ends at a hole', life([1, 'a'], [3, 'a']), 0, [1, 1]],
    ['ends where an event comes again', life([1, 'a'], [1, 'a'], [2, 'a']), 0, [1, 1]],
    ['does not begin with an event that has a handler', life([1, 'heard'], [2, 'a']), 0, undefined],
    ['does not begin after the end', life([1, 'a']), 1, undefined],
  ])('%s', (_, events, from, run) => {
    expect(unheardRun(events, from, handles)).toEqual(run && { topic: 't', key: 'k', first: run[0], last: run[1] });
  });
});
