import { type Fault, Refusal } from '@motcua/kernel';
import { assertVersion, type CommandKind, created, ok, type PlatformCode, sql } from '@motcua/platform';
import { type DocumentForm, isDocumentForm } from '@motcua/processing-domain';
import {
  DOCUMENT_FORMS,
  type DocumentFormsChange,
  type DocumentFormsRow,
  FORMS_OF_AGENCY,
} from '../../persistence/document-forms.js';

interface MaintainDocumentForms {
  readonly agency: string;
  readonly seen: number | undefined;
  readonly forms: readonly DocumentForm[];
  readonly actor: string;
}

interface KnownForms {
  readonly known: DocumentFormsRow | undefined;
}

/** Sets in which forms an agency numbers its documents. @throws Refusal REQUEST.INVALID, RESOURCE.CHANGED */
export const MAINTAIN_DOCUMENT_FORMS: CommandKind<MaintainDocumentForms, KnownForms, DocumentFormsChange, object> = {
  aggregate: FORMS_OF_AGENCY,
  about: ({ agency }) => `documentForms/${agency}`,
  facts: async (queries, commands) => {
    const agencies = commands.map(({ agency }) => agency);
    await queries.query(
      sql`SELECT pg_advisory_xact_lock(hashtextextended('documentForms/' || a, 0)) FROM unnest(${[...agencies].sort()}::text[]) AS a`,
    );
    const rows = await queries.query<DocumentFormsRow>(
      sql`SELECT ${DOCUMENT_FORMS.columns('f')} FROM document_forms f WHERE f.agency = ANY (${agencies}::text[])`,
    );
    const byAgency = new Map(rows.map((row) => [row.agency, row]));
    return agencies.map((agency) => ({ known: byAgency.get(agency) }));
  },
  decide: ({ known }, { agency, seen, forms, actor }, at) => {
    const faults = forms.flatMap(({ form }, i) => (isDocumentForm(form) ? [] : [faultOf(i)]));
    if (faults.length > 0) throw new Refusal<PlatformCode>('REQUEST.INVALID', {}, faults);
    assertVersion(known?.version, seen);
    return { before: known ?? null, after: { agency, version: (known?.version ?? 0) + 1, forms }, at, actor };
  },
  answer: ({ before, after: { agency, forms, version } }) => (before ? ok : created)({ agency, forms }, { version }),
};

const faultOf = (i: number): Fault => ({
  pointer: `/forms/${i}/form`,
  code: 'FORM_INVALID',
  detail: {
    vi: 'Mẫu số, ký hiệu phải có {number} đúng một lần và có phần ký hiệu.',
    en: 'A form has {number} once, and the sign of the document beside it.',
  },
});
