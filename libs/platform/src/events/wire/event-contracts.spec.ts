import { EventContracts } from './event-contracts.js';

class Contract {
  readonly id!: string;
}

const contract = (type: string, topic: string) => Object.assign(class extends Contract {}, { type, topic });

describe('the contracts of a service', () => {
  const [submitted, accepted, paid] = [
    contract('dossier.submitted.v1', 'motcua.dossier'),
    contract('dossier.accepted.v1', 'motcua.dossier'),
    contract('payment.received.v1', 'motcua.payment'),
  ];

  it('tell which topics to follow for the events that have a handler', () => {
    const contracts = new EventContracts([submitted, accepted, paid]);
    expect(contracts.topicsOf([paid.type, accepted.type, submitted.type])).toEqual([
      'motcua.dossier',
      'motcua.payment',
    ]);
    expect(contracts.topicsOf([accepted.type])).toEqual(['motcua.dossier']);
  });

  it('refuse a handler whose contract the service did not list', () => {
    expect(() => new EventContracts([submitted]).topicsOf([paid.type])).toThrow(
      'a handler is declared for payment.received.v1, whose contract was not registered',
    );
  });

  it('refuse two classes for one type', () => {
    expect(() => new EventContracts([submitted, contract('dossier.submitted.v1', 'motcua.other')])).toThrow(
      'both claim the event type dossier.submitted.v1',
    );
    expect(new EventContracts([submitted, submitted]).find(submitted.type)).toBe(submitted);
  });
});
