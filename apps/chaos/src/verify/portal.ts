import type pg from 'pg';
import { PUBLIC_STATUSES, type PublicStatus } from '@motcua/contracts';
import type { Cluster } from '@motcua/local-system';
import { direct, type Json, ScenarioClient } from '@motcua/scenario';
import { tokenOf } from '../tokens.js';
import { disagreeing, type Finding } from './finding.js';

/** What intake holds of each dossier that was submitted, in the portal's words: asked of its tables, and of no other service. */
const HELD_HERE = `
  SELECT d.code, d.portal_code AS "portalCode", d.procedure_code AS "MaTTHC",
    array_position($1::text[], d.status)::text AS "TrangThaiHoSo",
    d.applicant->>'fullName' AS "ChuHoSo",
    coalesce(to_char(d.accepted_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYYMMDDHH24MISS'), '') AS "NgayTiepNhan",
    CASE WHEN d.portal_code IS NULL THEN '2' ELSE '1' END AS "NoiNopHoSo",
    d.supplement_count AS supplements,
    (SELECT coalesce(sum((line->>'net')::bigint), 0) FROM jsonb_array_elements(d.fee_lines) AS line)::text AS owed,
    (SELECT json_agg(o.data->>'to' ORDER BY o.sequence) FROM intake.outbox o WHERE o.key = d.id::text
      AND o.type = 'vn.motcua.dossier.status-changed.v1'
      AND NOT (d.portal_code IS NOT NULL AND o.data->>'from' = 'draft' AND o.data->>'to' = 'registered')) AS moves
  FROM intake.dossier d WHERE d.status <> 'draft' ORDER BY d.code`;

const FIELDS = ['MaTTHC', 'TrangThaiHoSo', 'ChuHoSo', 'NgayTiepNhan', 'NoiNopHoSo'] as const;
const MOST_CODES = 200;

const sumOf = (lines: Json): string => String((lines as Json[]).reduce((sum: number, { Gia }) => sum + Number(Gia), 0));

/** One dossier: what we hold and what the portal does. */
function compareOne(ours: Json, { record, progress }: Json): Finding[] {
  const code = ours.portalCode ?? ours.code;
  const findings = FIELDS.filter((field) => record[field] !== ours[field]).map((field) =>
    disagreeing(`${code} ${field}: ${record[field]} at the portal, ${ours[field]} here`),
  );
  if (record.DanhSachHoSoBoSung.length !== ours.supplements)
    findings.push(
      disagreeing(`${code}: ${record.DanhSachHoSoBoSung.length} supplements at the portal, ${ours.supplements} here`),
    );
  if (sumOf(record.DanhSachLePhi) !== ours.owed)
    findings.push(disagreeing(`${code}: ${sumOf(record.DanhSachLePhi)} đ owed at the portal, ${ours.owed} đ here`));
  // A line whose answer was lost may stand there twice: the same line, and none out of order.
  const lines = (progress as Json[]).map((line) => JSON.stringify(line));
  const once = (progress as Json[]).filter((_, index) => lines.indexOf(lines[index]!) === index);
  const [there, here] = [
    once.map(({ TrangThai }) => TrangThai).join(),
    ((ours.moves ?? []) as PublicStatus[]).map((status) => PUBLIC_STATUSES.indexOf(status) + 1).join(),
  ];
  if (there === here) return findings;
  return [
    ...findings,
    {
      is: there.length < here.length ? 'lost' : 'disagreeing',
      what: `${code}: moves ${there} at the portal, ${here} here`,
    },
  ];
}

/** The service's own comparison, of every field. */
async function reconcile({ url }: Cluster, codes: readonly string[]): Promise<Finding[]> {
  const client = new ScenarioClient(url, tokenOf(url), direct(url));
  const findings: Finding[] = [];
  for (let from = 0; from < codes.length; from += MOST_CODES) {
    const json = { codes: codes.slice(from, from + MOST_CODES) };
    const { status, body } = await client.post('admin', '/portal/v1/reconciliations', { json });
    if (status !== 201 || body.state !== 'done')
      findings.push(disagreeing(`the reconciliation: HTTP ${status}, ${body?.state ?? JSON.stringify(body)}`));
    else
      for (const { code, difference, ours, theirs } of body.items as Json[])
        findings.push(
          disagreeing(`${code} ${difference}: ${JSON.stringify(theirs)} there, ${JSON.stringify(ours)} here`),
        );
  }
  return findings;
}

/** Every dossier that was submitted is at the portal once, with the same fields and its moves in their order; and no other. */
export async function checkPortal(admin: pg.Client, cluster: Cluster): Promise<Finding[]> {
  const held = (await (await fetch(`${cluster.portal!.url}/control/dossiers`)).json()) as Json[];
  const there = new Map(held.map((one) => [String(one.code), one]));
  const rows: readonly Json[] = (await admin.query(HELD_HERE, [PUBLIC_STATUSES])).rows;
  const codes = rows.map(({ portalCode, code }) => String(portalCode ?? code));
  const ours = new Set(codes);
  return [
    ...rows.flatMap((row, index): Finding[] => {
      const found = there.get(codes[index]!);
      return found ? compareOne(row, found) : [{ is: 'lost', what: `${codes[index]} is not at the portal` }];
    }),
    // What a citizen submitted there and the province never answered would be told again.
    ...held
      .filter(({ code }) => !ours.has(code))
      .map(({ code }): Finding => ({ is: 'doubled', what: `${code} is at the portal alone` })),
    ...(await reconcile(cluster, codes)),
  ];
}
