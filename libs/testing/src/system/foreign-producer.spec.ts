import { DossierWithdrawnV1, sampleOf } from '@motcua/contracts';
import type { WireMessage } from '@motcua/platform';
import { ForeignProducer } from './foreign-producer.js';

describe('what a spec delivers for another service', () => {
  it('comes twice, as from a broker: the very same message', async () => {
    const published: WireMessage[] = [];
    const foreign = new ForeignProducer({
      publish: (messages: readonly WireMessage[]) => {
        published.push(...messages);
        return Promise.resolve();
      },
    });
    const message = await foreign.deliver(DossierWithdrawnV1, 'one', sampleOf(DossierWithdrawnV1));
    expect(published).toEqual([message, message]);
  });
});
