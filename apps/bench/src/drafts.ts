import type { Client } from 'pg';
import { chooseProcedure, exampleOf, type Participants, samplePaper, ScenarioClient } from '@motcua/scenario';
import { tokenOf } from './running-system.js';

/** A complete draft that was made over HTTP: what the others are copies of. */
export interface DraftTemplate {
  readonly id: string;
  readonly version: number;
  /** The request that it was made with. */
  readonly draft: object;
  readonly participants: Participants;
  /** The papers that it needs, by the codes of its components. */
  readonly papers: ReadonlyMap<string, Uint8Array>;
}

interface Variant {
  readonly code: string;
  readonly components: readonly { readonly code: string; readonly name: string; readonly required: boolean }[];
}

/** Drafts an online dossier with all its papers. */
export async function makeDraft(url: string, procedureCode: string): Promise<DraftTemplate> {
  const client = new ScenarioClient(url, (persona) => tokenOf(url, persona));
  const { procedure, participants } = await chooseProcedure(client, procedureCode);
  const { citizen } = participants;
  const variant = procedure.variant as Variant;
  const draft = {
    procedureCode,
    variant: variant.code,
    channel: 'online',
    receivingAgency: procedure.competentAgency,
    competentAgency: procedure.competentAgency,
    applicant: {
      kind: 'citizen',
      identity: { type: 'citizenId', number: citizen.citizen_id },
      fullName: citizen.name,
      phone: '+84900000001',
      email: 'mau@example.test',
    },
    delivery: { method: 'post', address: 'Số 1 đường Mẫu, phường Cẩm Thành, tỉnh Quảng Ngãi' },
    formData: exampleOf(procedure.formSchema as object),
  };
  const drafted = await client.post(citizen.subject, '/intake/v1/dossiers', {
    headers: { prefer: 'wait=5' },
    json: draft,
  });
  if (drafted.status !== 201) throw new Error(`no draft: ${drafted.status} ${JSON.stringify(drafted.body)}`);
  const { id } = drafted.body as { id: string };
  let { etag } = drafted;
  const papers = new Map<string, Uint8Array>();
  for (const { code, name, required } of variant.components) {
    if (!required) continue;
    const bytes = await samplePaper(name, citizen.name, Temporal.Now.instant());
    papers.set(code, bytes);
    const path = `/intake/v1/dossiers/${id}/files?component=${encodeURIComponent(code)}`;
    const answer = await client.post(citizen.subject, path, { file: { name: `${code}.pdf`, bytes } });
    if (answer.status !== 201) throw new Error(`no file: ${answer.status} ${JSON.stringify(answer.body)}`);
    ({ etag } = answer);
  }
  return { id, version: Number(etag.replaceAll('"', '')), draft, participants, papers };
}

/** Id of the n-th copy in a batch; SQL and `pgbench` make the same ones. */
export const idOfCopy = (batch: number, n: number): string => `${prefixOf(batch)}${String(n).padStart(12, '0')}`;
export const prefixOf = (batch: number): string => `be9c${String(batch).padStart(4, '0')}-0000-7000-8000-`;

// Each copy has an applicant of its own, and the copies go round the province's offices: two submissions to one office on
// one day wait for each other's code (R1).
const COPY = `
  WITH office AS (SELECT array_agg(code ORDER BY code) AS codes FROM agency_copy WHERE active),
  copy AS (
    SELECT n, ($2::text || lpad(n::text, 12, '0'))::uuid AS id, codes[1 + n % cardinality(codes)] AS office,
      rpad(translate(encode(sha256(convert_to($2::text || n, 'UTF8')), 'base64'), '+/=', '-_'), length(d.applicant_ref), 'x') AS ref
    FROM office, generate_series(0, $3::int - 1) AS n, dossier d WHERE d.id = $1::uuid
  ), files AS (
    INSERT INTO dossier_file SELECT (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'dossier_id', copy.id))).*
    FROM copy, dossier_file f WHERE f.dossier_id = $1::uuid
  ), past AS (
    INSERT INTO history SELECT 'dossier/' || copy.id, h.n, h.at, h.actor, h.action, h.detail, h.previous, h.hash
    FROM copy, history h WHERE h.aggregate = 'dossier/' || $1::uuid
  )
  INSERT INTO dossier
  SELECT (jsonb_populate_record(d, jsonb_build_object('id', copy.id, 'applicant_ref', ref, 'receiving_agency', office, 'holder_agency', office))).*
  FROM copy, dossier d WHERE d.id = $1::uuid`;

/** Copies a draft `count` times by SQL, with its papers and its history. `client` looks into the schema that is meant. */
export async function copyDraft(client: Client, { id }: DraftTemplate, batch: number, count: number): Promise<void> {
  await client.query(COPY, [id, prefixOf(batch), count]);
}

/** One office has all copies of a batch, so that one clerk reaches them. */
export async function toOneOffice(client: Client, { id }: DraftTemplate, batch: number): Promise<void> {
  await client.query(
    `UPDATE dossier d SET receiving_agency = t.receiving_agency, holder_agency = t.holder_agency
     FROM dossier t WHERE t.id = $1 AND d.id::text LIKE $2`,
    [id, `${prefixOf(batch)}%`],
  );
}
