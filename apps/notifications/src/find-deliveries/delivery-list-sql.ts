import { type Sql, sql } from '@motcua/platform';

export const DELIVERY_COLUMNS = sql.raw(`
  id, event_id, channel, kind, dossier_id, dossier_code, language, state, reason, masked_recipient, attempts,
  next_attempt_at, occurred_at, created_at, settled_at, version`);

export interface DeliveryList {
  /** Whose deliveries: of these applicants, or of who acts; null for everybody's. */
  readonly own: { readonly refs: readonly string[]; readonly subject: string } | null;
  readonly before: string;
  readonly limit: number;
  readonly channel: string | undefined;
  readonly dossierId: string | undefined;
  readonly state: string | undefined;
}

/** One text for each way of narrowing, so that each walks along an index that fits. */
export function deliveriesOf({ own, before, limit, channel, dossierId, state }: DeliveryList): Sql {
  const narrowed = sql.join(
    [
      ...(dossierId === undefined ? [] : [sql`AND dossier_id = ${dossierId}`]),
      ...(state === undefined ? [] : [sql`AND state = ${state}`]),
    ],
    ' ',
  );
  const page = (whose: Sql): Sql => sql`
    SELECT ${DELIVERY_COLUMNS} FROM delivery
    WHERE id < ${before} AND (${channel ?? null}::text IS NULL OR channel = ${channel ?? null}) AND ${whose} ${narrowed}
    ORDER BY id DESC LIMIT ${limit}`;
  if (own === null) return page(sql`true`);
  const { refs, subject } = own;
  return sql`
    SELECT * FROM (
      (SELECT named.* FROM unnest(${refs}::text[]) AS r (ref) CROSS JOIN LATERAL (${page(sql`applicant_ref = r.ref`)}) named)
      UNION ALL (${page(sql`subject = ${subject} AND (applicant_ref = ANY (${refs})) IS NOT TRUE`)})
    ) AS found ORDER BY id DESC LIMIT ${limit}`;
}
