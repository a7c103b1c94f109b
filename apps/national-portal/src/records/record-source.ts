import type { ComponentFile, Plain } from '@motcua/contracts';
import type { Facts } from '../record/facts.js';

/** What a dossier's record is made of, as rows. */
export interface RecordSource {
  readonly dossierId: string;
  readonly facts: Facts;
  readonly sealed: string | null;
  readonly wrappedKey: string | null;
  /** Null where nothing was heard of the applicant yet. */
  readonly erased: boolean | null;
  readonly fieldCode: string | null;
  readonly fieldName: string | null;
  /** The record as the portal delivered it, sealed; null where it was not born there. */
  readonly delivered: string | null;
  /** Papers of what it was when it was handed over last. */
  readonly deliveredFiles: readonly Plain<ComponentFile>[] | null;
  /** Another dossier, older than this, has the same code of the portal. */
  readonly codeTaken: boolean;
}

/** The columns of a source, `d` being the dossier; with {@link SOURCE_JOINS}. */
export const SOURCE_COLUMNS = `
  d.dossier_id AS "dossierId", d.facts, a.sealed, a.wrapped_key AS "wrappedKey", a.erased, p.field_code AS "fieldCode",
  p.field_name AS "fieldName", r.body AS delivered, r.files AS "deliveredFiles",
  EXISTS (SELECT FROM dossier o WHERE o.portal_code = d.portal_code AND o.dossier_id < d.dossier_id
    AND o.facts->'submission' <> 'null') AS "codeTaken"`;

export const SOURCE_JOINS = `
  LEFT JOIN applicant a ON a.dossier_id = d.dossier_id LEFT JOIN received_dossier r ON r.dossier_id = d.dossier_id
  LEFT JOIN procedure_copy p ON p.code = d.facts->'submission'->>'procedureCode'
    AND p.version = (d.facts->'submission'->>'procedureVersion')::int`;
