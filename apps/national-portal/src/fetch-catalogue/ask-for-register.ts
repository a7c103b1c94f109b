import { PortalListsReadV1 } from '@motcua/contracts';
import { type Aggregate, type Answer, type CommandKind, ok } from '@motcua/platform';
import { line } from '../persistence/history.js';

interface AskForRegister {
  readonly fetchId: string;
}

interface Asked extends AskForRegister {
  readonly at: Temporal.Instant;
}

const LISTS: Aggregate<Asked> = {
  save: () => Promise.resolve(undefined),
  events: ({ fetchId, at }) => [{ contract: PortalListsReadV1, key: 'lists', time: at, data: { fetchId } }],
  history: ({ fetchId, at }) => [
    line('catalogueFetch', fetchId, 'listsRead', { at, actor: 'system:national-portal', detail: {} }),
  ],
};

const DONE: Answer<null> = ok(null);

/** Says that the portal's lists of agencies and fields were read: the catalogue shows the register that they are compared with. */
export const ASK_FOR_REGISTER: CommandKind<AskForRegister, object, Asked, null> = {
  aggregate: LISTS,
  about: ({ fetchId }) => `catalogueFetch/${fetchId}`,
  facts: (_, commands) => Promise.resolve(commands.map(() => ({}))),
  decide: (_, { fetchId }, at) => ({ fetchId, at }),
  answer: () => DONE,
};
