import type { DossierFacts } from '@motcua/reporting-domain';

/** A dossier as this service knows it. */
export interface DossierRow extends DossierFacts {
  readonly dossierId: string;
  readonly code: string;
  readonly receivingAgency: string;
  /** Of its submission: the papers that each variant requires are those of this version (R14). */
  readonly procedureVersion: number;
}

/** Every field with its column and type: a field that is forgotten here does not compile. */
const COLUMNS = {
  dossierId: ['dossier_id', 'uuid'],
  code: ['code', 'text'],
  procedureCode: ['procedure_code', 'text'],
  channel: ['channel', 'text'],
  receivingAgency: ['receiving_agency', 'text'],
  competentAgency: ['competent_agency', 'text'],
  submittedAt: ['submitted_at', 'timestamptz'],
  acceptedAt: ['accepted_at', 'timestamptz'],
  refusedAt: ['refused_at', 'timestamptz'],
  withdrawnAt: ['withdrawn_at', 'timestamptz'],
  stoppedAt: ['stopped_at', 'timestamptz'],
  processedAt: ['processed_at', 'timestamptz'],
  returnedAt: ['returned_at', 'timestamptz'],
  slipDueAt: ['slip_due_at', 'timestamptz'],
  dueAt: ['due_at', 'timestamptz'],
  pausedSince: ['paused_since', 'timestamptz'],
  supplementRequests: ['supplement_requests', 'int'],
  supplementOpenSince: ['supplement_open_since', 'timestamptz'],
  owesFee: ['owes_fee', 'boolean'],
  feeArose: ['fee_arose', 'boolean'],
  paidOnline: ['paid_online', 'boolean'],
  procedureVersion: ['procedure_version', 'int'],
  requiredPapers: ['required_papers', 'text[]'],
  electronicPapers: ['electronic_papers', 'text[]'],
  resultDue: ['result_due', 'boolean'],
  resultsInForce: ['results_in_force', 'text[]'],
  reused: ['reused', 'boolean'],
  fromCitizenStore: ['from_citizen_store', 'boolean'],
  populationData: ['population_data', 'boolean'],
} as const satisfies Record<keyof DossierRow, readonly [column: string, type: string]>;

const FIELDS = Object.entries(COLUMNS).map(([field, [column, type]]) => ({ field, column, type }));
const changing = FIELDS.filter(({ field }) => field !== 'dossierId');

/** `dossier_id AS "dossierId", …` */
export const DOSSIER_COLUMNS = FIELDS.map(({ field, column }) => `${column} AS "${field}"`).join(', ');

/** Rows, from a JSON array in `$1`, written whether they are there or not. */
export const SAVE_DOSSIERS = `
  INSERT INTO dossier (${FIELDS.map(({ column }) => column).join(', ')})
  SELECT ${FIELDS.map(({ field }) => `r."${field}"`).join(', ')}
  FROM jsonb_to_recordset($1::jsonb) AS r (${FIELDS.map(({ field, type }) => `"${field}" ${type}`).join(', ')})
  ORDER BY r."dossierId"
  ON CONFLICT (dossier_id) DO UPDATE SET ${changing.map(({ column }) => `${column} = excluded.${column}`).join(', ')}`;
