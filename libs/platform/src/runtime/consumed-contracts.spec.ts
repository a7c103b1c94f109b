import { Module } from '@nestjs/common';
import { On } from '../events/inbox/on.decorator.js';
import type { EventContext } from '../events/inbox/event-context.js';
import type { EventContract, EventEnvelope } from '../events/wire/envelope.js';
import { consumedContracts } from './consumed-contracts.js';

function contract(type: string): EventContract {
  class Planted {
    static readonly type = type;
    static readonly topic = 'motcua.planted';
  }
  return Planted;
}
const [OPENED, MOVED, CLOSED] = ['opened', 'moved', 'closed'].map(contract) as [
  EventContract,
  EventContract,
  EventContract,
];

class First {
  @On(OPENED) async opened(_event: EventEnvelope, _context: EventContext): Promise<void> {}
  @On(MOVED) async moved(_event: EventEnvelope, _context: EventContext): Promise<void> {}
}
class Second {
  @On(MOVED) async movedToo(_event: EventEnvelope, _context: EventContext): Promise<void> {}
}
class Third {
  @On(CLOSED) async closed(_event: EventEnvelope, _context: EventContext): Promise<void> {}
}
@Module({ controllers: [Second] })
class Inner {}
@Module({})
class Dynamic {}
@Module({ imports: [Inner, { module: Dynamic, controllers: [Third] }], controllers: [First] })
class Whole {}

describe('what a service consumes', () => {
  it('is what its controllers react to, those of imported modules too, each event once', () => {
    expect(consumedContracts({ module: Whole }).map(({ type }) => type)).toEqual(['closed', 'moved', 'opened']);
  });

  it('is nothing where it reacts to nothing', () => {
    @Module({})
    class Silent {}
    expect(consumedContracts({ module: Silent })).toEqual([]);
  });
});
