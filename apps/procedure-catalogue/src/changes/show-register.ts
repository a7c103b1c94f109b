import type { Plain } from '@motcua/contracts';
import { RegisterShownV1 } from '@motcua/contracts';
import { type Aggregate, type Answer, type CommandKind, ok } from '@motcua/platform';
import { agencyNames } from '../persistence/agencies.js';
import { fieldNames } from '../persistence/fields.js';
import { line } from '../persistence/history.js';

interface ShowRegister {
  /** The look at the portal for which it is shown. */
  readonly fetchId: string;
}

interface Shown {
  readonly register: Plain<RegisterShownV1>;
  readonly at: Temporal.Instant;
}

const REGISTER: Aggregate<Shown> = {
  save: () => Promise.resolve(undefined),
  events: ({ register, at }) => [{ contract: RegisterShownV1, key: 'register', time: at, data: register }],
  history: ({ register: { fetchId, agencies, fields }, at }) => [
    line('register', 'register', 'shown', {
      at,
      actor: 'system:portal-lists',
      detail: { fetchId, agencies: agencies.length, fields: fields.length },
    }),
  ],
};

const DONE: Answer<null> = ok(null);

/** Shows every agency and field that there is, to who must know which there are not. */
export const SHOW_REGISTER: CommandKind<ShowRegister, Omit<Plain<RegisterShownV1>, 'fetchId'>, Shown, null> = {
  aggregate: REGISTER,
  about: () => 'register',
  facts: async (queries, commands) => {
    const [agencies, fields] = await Promise.all([agencyNames(queries), fieldNames(queries)]);
    return commands.map(() => ({ agencies, fields }));
  },
  decide: (facts, { fetchId }, at) => ({ register: { fetchId, ...facts }, at }),
  answer: () => DONE,
};
