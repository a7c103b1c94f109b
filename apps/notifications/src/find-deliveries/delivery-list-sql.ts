export const DELIVERY_COLUMNS = `
  id, event_id, channel, kind, dossier_id, dossier_code, language, state, reason, masked_recipient, attempts,
  next_attempt_at, occurred_at, created_at, settled_at, version`;

// $1 cursor, $2 limit, $3 channel or null, then what the list is narrowed by.
const page = (where: string): string => `
  SELECT ${DELIVERY_COLUMNS} FROM delivery
  WHERE id < $1 AND ($3::text IS NULL OR channel = $3) AND ${where} ORDER BY id DESC LIMIT $2`;
const merged = (...pages: string[]): string => `
  SELECT * FROM (${pages.map((one) => `(${one})`).join(' UNION ALL ')}) AS found ORDER BY id DESC LIMIT $2`;
const ofEach = (one: string): string =>
  `SELECT named.* FROM unnest($4::text[]) AS r (ref) CROSS JOIN LATERAL (${one}) named`;
const own = (more: string): string =>
  merged(
    ofEach(page(`applicant_ref = r.ref ${more}`)),
    page(`subject = $5 AND (applicant_ref = ANY ($4)) IS NOT TRUE ${more}`),
  );

/** One text for each way of narrowing, so that each walks along an index that fits. */
export const DELIVERY_LISTS = {
  all: {
    any: page('true'),
    state: page('state = $4'),
    dossier: page('dossier_id = $4'),
    both: page('dossier_id = $4 AND state = $5'),
  },
  own: {
    any: own(''),
    state: own('AND state = $6'),
    dossier: own('AND dossier_id = $6'),
    both: own('AND dossier_id = $6 AND state = $7'),
  },
} as const;
