import { PortalRequestRefusedV1, type PortalRequest } from '@motcua/contracts';
import { withOffset } from '@motcua/kernel';
import { type Aggregate, type CommandKind, ok } from '@motcua/platform';
import { historyLine } from '../persistence/history.js';
import { NATIONAL_PORTAL } from './portal-actor.js';

interface TellRefusal {
  readonly dossierId: string;
  readonly request: PortalRequest;
  readonly requestId: string | null;
  readonly code: string;
}

interface Told extends TellRefusal {
  readonly at: Temporal.Instant;
}

const PORTAL_REQUEST: Aggregate<Told> = {
  save: async () => undefined,
  events: ({ at, ...told }) => [
    {
      contract: PortalRequestRefusedV1,
      key: told.dossierId,
      time: at,
      data: { ...told, at: withOffset(at) } satisfies PortalRequestRefusedV1,
    },
  ],
  history: ({ dossierId, request, requestId, code, at }) => [
    historyLine('portalRequest', requestId ?? dossierId, 'refused', {
      at,
      actor: NATIONAL_PORTAL.subject,
      detail: { dossierId, request, code },
    }),
  ],
};

/** What intake's checks do not let pass is told to the portal's service, where an officer sees it. */
export const TELL_REFUSAL: CommandKind<TellRefusal, true, Told, null> = {
  aggregate: PORTAL_REQUEST,
  about: ({ dossierId, requestId }) => `portalRequest/${requestId ?? dossierId}`,
  facts: async (_, commands) => commands.map(() => true as const),
  decide: (_, command, at) => ({ ...command, at }),
  answer: () => ok(null),
};
