import { newId } from '@motcua/kernel';
import { type Aggregate, type CommandKind, type NewEvent, ok } from '@motcua/platform';

/** Nothing is stored: only the event and the line of history that no change goes without. */
const ANNOUNCEMENT: Aggregate<NewEvent> = {
  save: () => Promise.resolve(undefined),
  events: (event) => [event],
  history: ({ time }) => [
    { aggregate: `announcement/${newId()}`, at: time, actor: 'contract', action: 'announced', detail: {} },
  ],
};

/** Publishes an event, as the consequence of a change that nothing else is known of. */
export const ANNOUNCE: CommandKind<NewEvent, true, NewEvent, null> = {
  aggregate: ANNOUNCEMENT,
  about: () => `announcement/${newId()}`,
  facts: (_, events) => Promise.resolve(events.map(() => true)),
  decide: (_, event) => event,
  answer: () => ok(null),
};
