import { AnyInstant, AnyText, Day, Nested, OneOf, Uuid } from '@motcua/fields';
import { FileReference } from '../shared/file-reference.js';
import { OfficerReference } from '../shared/officer-reference.js';
import { CASE_OUTCOMES, type CaseOutcome } from '../shared/vocabulary.js';
import { ReplacedResult } from './replaced-result.js';

/** A result was signed and issued (R20). Key: dossierId. Producer: processing-workflow. */
export class CaseResultIssuedV1 {
  static readonly type = 'vn.motcua.case.result-issued.v1';
  static readonly topic = 'motcua.case';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly resultCode!: string;
  /** What it gives: a denial is kept and is never a component of another dossier. */
  @OneOf(CASE_OUTCOMES) readonly decision!: CaseOutcome;
  @AnyText() readonly name!: string;
  @AnyText() readonly number!: string;
  @AnyInstant() readonly issuedAt!: string;
  @Nested(() => OfficerReference) readonly signer!: OfficerReference;
  @AnyText() readonly signatureFormat!: string;
  @Nested(() => FileReference) readonly file!: FileReference;
  /** The signature (CMS) of what is no PDF, which lies beside the file; null or absent where the file holds its own. */
  @Nested(() => FileReference, { optional: true, nullable: true }) readonly signature?: FileReference | null;
  /** Last day on which it holds; null or absent where it holds without a limit. */
  @Day({ optional: true, nullable: true }) readonly validUntil?: string | null;
  /** Null or absent where it takes the place of none. */
  @Nested(() => ReplacedResult, { optional: true, nullable: true }) readonly replaces?: ReplacedResult | null;
}
