import type { OfficerReference, Plain } from '@motcua/contracts';
import { numberOfMessage } from '@motcua/dossier-domain';
import { withOffset } from '@motcua/kernel';
import { created, type LockingQueries, sql } from '@motcua/platform';
import type { DossierFacts } from '../change/dossier-facts.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { officerOf } from '../change/officer.js';
import type { MessageRow } from '../persistence/message-row.js';
import type { MessageView } from './message.view.js';

interface SendMessage extends Asked {
  readonly text: string;
}

/** What was written before. */
interface Correspondence {
  readonly sent: number;
  readonly unanswered: number;
  /** Officers who have written. */
  readonly officers: readonly Plain<OfficerReference>[];
}

/** Applicant and office write to each other; the clock runs on, and nothing else of the dossier changes. @rule R19 */
export const SEND_MESSAGE: DossierDecision<SendMessage, { readonly earlier: Correspondence }, MessageView> = {
  scope: 'dossier.message',
  more: (queries, facts) => earlierMessages(queries, facts),
  decide: (facts, { text, actor }, now) => {
    const { dossier, earlier } = facts;
    const fromApplicant = actor.agency === undefined;
    const { status, statusSince } = dossier;
    const { sent, unanswered, officers } = earlier;
    const number = numberOfMessage({ status, statusSince, fromApplicant, sent, unanswered, now });
    const officer = fromApplicant ? null : officerOf(actor);
    const message: MessageRow = {
      dossierId: dossier.id,
      number,
      sentAt: now,
      fromApplicant,
      officer,
      sealed: facts.sealed(text),
    };
    const tell = fromApplicant ? addressees(officers, dossier.acceptedBy) : [];
    return {
      before: dossier,
      after: dossier,
      at: now,
      actor: actor.subject,
      facts: [
        {
          action: 'messageSent',
          detail: { number, fromApplicant },
          told: { number, fromApplicant, by: officer, tell },
        },
      ],
      message,
    };
  },
  answer: (_, { message, after: { id } }, __, { text }) => {
    if (!message) throw new Error('what is sent is a message');
    const { number, sentAt, fromApplicant, officer } = message;
    const view = { number, sentAt: withOffset(sentAt), fromApplicant, officerName: officer?.name ?? null, text };
    return created(view, { location: `/intake/v1/dossiers/${id}/messages` });
  },
};

/** Who has written, else who accepted the dossier. */
const addressees = (
  officers: readonly Plain<OfficerReference>[],
  acceptedBy: Plain<OfficerReference> | null,
): readonly Plain<OfficerReference>[] => (officers.length > 0 || acceptedBy === null ? officers : [acceptedBy]);

async function earlierMessages(
  queries: LockingQueries,
  facts: readonly DossierFacts[],
): Promise<{ readonly earlier: Correspondence }[]> {
  const ids = facts.map(({ dossier: { id } }) => id);
  const rows = await queries.query<Correspondence & { readonly id: string }>(sql`
    SELECT m.dossier_id AS id, count(*) AS sent,
      count(*) FILTER (WHERE m.number > coalesce(answered.number, 0)) AS unanswered,
      coalesce(jsonb_agg(DISTINCT m.officer) FILTER (WHERE m.officer IS NOT NULL), '[]') AS officers
    FROM dossier_message m LEFT JOIN LATERAL (
      SELECT max(number) AS number FROM dossier_message a WHERE a.dossier_id = m.dossier_id AND NOT a.from_applicant) answered ON true
    WHERE m.dossier_id = ANY (${ids}::uuid[]) GROUP BY m.dossier_id`);
  const known = new Map(rows.map(({ id, ...earlier }) => [id, earlier]));
  return ids.map((id) => ({ earlier: known.get(id) ?? { sent: 0, unanswered: 0, officers: [] } }));
}
