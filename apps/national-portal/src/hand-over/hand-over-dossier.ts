import type { Plain, PortalDossierReceivedV1 } from '@motcua/contracts';
import { type Answer, type CommandKind, ok, sql, Unchanged } from '@motcua/platform';
import {
  RECEIVED_DOSSIER,
  RECEIVED_DOSSIERS,
  type ReceivedDossier,
  type ReceivedDossierChange,
} from '../persistence/received-dossiers.js';
import type { WaitingFor } from '../send-records/job.js';

/** What was made of one revision of a received dossier. */
export interface HandOverDossier {
  readonly portalCode: string;
  readonly revision: number;
  readonly outcome:
    | { readonly kind: 'handOver'; readonly data: Plain<PortalDossierReceivedV1> }
    | { readonly kind: 'wait'; readonly waitingFor: readonly WaitingFor[] }
    | { readonly kind: 'tryLater'; readonly dueAt: Temporal.Instant };
}

const DONE: Answer<null> = ok(null);

type Paper = PortalDossierReceivedV1['files'][number];

const isSame = (one: Plain<Paper>, other: Plain<Paper>): boolean =>
  one.component === other.component && one.sha256 === other.sha256 && one.name === other.name;

/** Handed over again, since intake looks again once a fee is paid, a paper is still the same one. */
function underKnownIds(papers: readonly Plain<Paper>[], known: readonly Plain<Paper>[]): readonly Plain<Paper>[] {
  const left = [...known];
  return papers.map((paper) => {
    const found = left.findIndex((one) => isSame(one, paper));
    return left.splice(found, found < 0 ? 0 : 1)[0] ?? paper;
  });
}

/** What was prepared for a revision that has been changed since is thrown away: the next one is prepared by itself. */
export const HAND_OVER_DOSSIER: CommandKind<HandOverDossier, ReceivedDossier, ReceivedDossierChange, null> = {
  aggregate: RECEIVED_DOSSIER,
  about: ({ portalCode }) => `receivedDossier/${portalCode}`,
  facts: async (queries, commands) => {
    const codes = commands.map(({ portalCode }) => portalCode);
    const rows = await queries.query<ReceivedDossier>(
      sql`SELECT ${RECEIVED_DOSSIERS.columns()} FROM received_dossier WHERE portal_code = ANY (${codes}) ORDER BY portal_code FOR UPDATE ${queries.skipLocked}`,
    );
    const found = new Map(rows.map((row) => [row.portalCode, row]));
    return codes.map((code) => found.get(code));
  },
  decide: (before, { revision, outcome }, at) => {
    if (before.revision !== revision || before.state === 'handedOver') return new Unchanged(DONE);
    const version = before.version + 1;
    const common = { before, at, actor: 'system:hand-over' };
    if (outcome.kind === 'handOver') {
      const files = underKnownIds(outcome.data.files, before.files ?? []);
      const after = { ...before, state: 'handedOver' as const, waitingFor: null, dueAt: null, files, version };
      return { ...common, after, action: 'handedOver' as const, handedOver: { ...outcome.data, files } };
    }
    // Waiting is no event of the dossier's life: it is said by its state.
    if (outcome.kind === 'wait') {
      if (before.state === 'waiting' && JSON.stringify(before.waitingFor) === JSON.stringify(outcome.waitingFor))
        return new Unchanged(DONE);
      const after = { ...before, state: 'waiting' as const, waitingFor: outcome.waitingFor, dueAt: at, version };
      return { ...common, after, action: 'waited' as const };
    }
    const after = { ...before, dueAt: outcome.dueAt, attempts: before.attempts + 1, version };
    return { ...common, after, action: 'postponed' as const };
  },
  answer: () => DONE,
};
