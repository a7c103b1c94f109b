import { type Actor, permittedReach, type RowChange, type PlatformCode } from '@motcua/platform';
import { Refusal } from '@motcua/kernel';
import {
  assertMaySign,
  type CaseFact,
  type CaseResult,
  type IssuedResult,
  type Officer,
  signingAgency,
} from '@motcua/processing-domain';
import { assertTaskReach } from '../access/reach.js';
import { ancestryIn, type TaskInHand } from '../change/case-in-hand.js';
import { type ResultRow, signatureName } from '../persistence/case-results.js';
import { P7S } from './signer.js';

/** A draft as it was signed and stored. */
export interface Signature {
  readonly n: number;
  readonly draftSha256: string;
  readonly file: { readonly sha256: string; readonly size: number };
  readonly format: string;
  /** The signature of what is no PDF, in a file of its own. */
  readonly beside: { readonly sha256: string; readonly size: number } | null;
  readonly at: Temporal.Instant;
}

/** Everything allows the officer to issue these drafts; what is missing is the signatures. */
export class SignaturesNeeded extends Error {
  constructor(
    readonly drafts: readonly ResultRow[],
    readonly signer: Officer,
    /** Of the signer, as the register of officers names it. */
    readonly office: string | null,
    /** Name of the agency, as the signature tells it. */
    readonly location: string,
  ) {
    super('the drafts have to be signed first');
  }
}

interface Signing {
  readonly actor: Actor;
  /** Drafts of the decision that was taken. */
  readonly toSign: readonly CaseResult[];
  readonly signatures?: readonly Signature[];
}

export const signed = (draft: ResultRow, { file, format, at, beside }: Signature, signer: Officer): ResultRow => ({
  ...draft,
  state: 'signed',
  signed_sha256: file.sha256,
  signed_size: file.size,
  signature_format: format,
  signature_sha256: beside?.sha256 ?? null,
  signature_size: beside?.size ?? null,
  signed_by_subject: signer.subject,
  signed_by_name: signer.name,
  signed_at: at,
});

/** @param replaces the result that it takes the place of, with the reason */
export const issued = (
  row: ResultRow,
  { file, format, beside }: Signature,
  signer: Officer,
  replaces?: IssuedResult['replaces'],
): CaseFact => ({
  type: 'resultIssued',
  signer,
  result: {
    ...(replaces && { replaces }),
    resultCode: row.result_code,
    decision: row.decision,
    name: row.name,
    documentNumber: row.number,
    signatureFormat: format,
    ...(row.valid_until !== null && { validUntil: row.valid_until }),
    file: { ...file, mediaType: row.media_type, name: row.file_name },
    ...(beside && { signature: { ...beside, mediaType: P7S, name: signatureName(row.file_name) } }),
  },
});

/**
 * Issues the results of a decision (R20).
 * @rule R20
 * @throws Refusal ACCESS.FORBIDDEN without the scope `case.sign`, SIGNER.NOT_ENTITLED with those who may sign,
 * RESOURCE.CHANGED where a draft came or went while the others were signed
 * @throws SignaturesNeeded
 */
export function issueResults(
  inHand: TaskInHand,
  { actor, toSign, signatures }: Signing,
): { readonly facts: readonly CaseFact[]; readonly results: readonly RowChange<ResultRow>[] } {
  const { state, officer, officers, signatories, results, agencies } = inHand;
  permittedReach(actor, 'case.sign');
  const agency = signingAgency(state.terms, inHand.task.step);
  assertTaskReach(actor, 'case.sign', inHand.task.agency, ancestryIn(inHand));
  const drafts = results.filter(({ n }) => toSign.some(({ number }) => number === n));
  assertMaySign(officers.get(officer.subject), { agency, results: drafts.map((one) => one.result_code) }, signatories);
  if (drafts.length === 0) return { facts: [], results: [] };
  if (!signatures) {
    const { competentAgency } = state.terms;
    const office = officers.get(officer.subject)?.title ?? null;
    throw new SignaturesNeeded(drafts, officer, office, agencies.get(competentAgency)?.name ?? competentAgency);
  }
  const pairs = drafts.map((draft) => ({ draft, signature: signatureOf(draft, signatures) }));
  return {
    facts: pairs.map(({ draft, signature }) => issued(draft, signature, officer)),
    results: pairs.map(({ draft, signature }) => ({ before: draft, after: signed(draft, signature, officer) })),
  };
}

/** @throws Refusal RESOURCE.CHANGED where something else was signed */
export function signatureOf({ n, draft_sha256 }: ResultRow, signatures: readonly Signature[]): Signature {
  const signature = signatures.find((one) => one.n === n && one.draftSha256 === draft_sha256);
  if (!signature) throw new Refusal<PlatformCode>('RESOURCE.CHANGED');
  return signature;
}
