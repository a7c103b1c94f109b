import type { EventContract } from './envelope.js';

/** The contracts that a service knows, by type. */
export class EventContracts {
  private readonly byType = new Map<string, EventContract>();

  constructor(contracts: Iterable<EventContract>) {
    for (const contract of contracts) {
      const other = this.byType.get(contract.type);
      if (other && other !== contract)
        throw new Error(`${contract.name} and ${other.name} both claim the event type ${contract.type}`);
      this.byType.set(contract.type, contract);
    }
  }

  find(type: string): EventContract | undefined {
    return this.byType.get(type);
  }

  /** Topics that carry the given types. An unknown type is a mistake of the programmer: a handler without a contract. */
  topicsOf(types: Iterable<string>): string[] {
    const topics = [...types].map((type) => {
      const contract = this.byType.get(type);
      if (!contract) throw new Error(`a handler is declared for ${type}, whose contract was not registered`);
      return contract.topic;
    });
    return [...new Set(topics)].sort();
  }
}
