import { UseFilters } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { EventContract, EventEnvelope } from '../wire/envelope.js';
import type { EventContext } from './event-context.js';
import { RethrowFilter } from './rethrow.filter.js';

type Reaction<Data extends object> = TypedPropertyDescriptor<
  (event: EventEnvelope<Data>, context: EventContext) => Promise<void>
>;

const CONTRACTS = Symbol('contracts of reactions');

/** The contracts that a controller's methods react to. */
export const contractsOfReactions = (controller: new (...given: never[]) => object): EventContract[] =>
  (Reflect.getMetadata(CONTRACTS, controller.prototype as object) as EventContract[] | undefined) ?? [];

/**
 * Marks a controller's method as the reaction to an event. It runs inside the transaction `context.tx`, once per event
 * however often the event is delivered, and in the order of the aggregate's events. It must do nothing outside that
 * transaction: no HTTP, no mail, no file. What a service consumes is read from these marks.
 *
 *     @On(DossierAcceptedV1)
 *     async openCase(event: EventEnvelope<DossierAcceptedV1>, { tx }: EventContext): Promise<void> { … }
 */
export const On =
  <Data extends object>(contract: EventContract<Data>) =>
  (target: object, method: string | symbol, descriptor: Reaction<Data>): void => {
    (EventPattern(contract.type) as MethodDecorator)(target, method, descriptor);
    UseFilters(RethrowFilter)(target, method, descriptor);
    Payload()(target, method, 0);
    Ctx()(target, method, 1);
    const inherited = (Reflect.getMetadata(CONTRACTS, target) as EventContract[] | undefined) ?? [];
    Reflect.defineMetadata(CONTRACTS, [...inherited, contract], target);
  };
