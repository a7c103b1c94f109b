import type { Aggregate, RowChange } from '@motcua/platform';
import { rowTable } from '@motcua/platform';
import type { DocumentForm } from '@motcua/processing-domain';
import { line } from './history.js';

export interface DocumentFormsRow {
  readonly agency: string;
  readonly version: number;
  readonly forms: readonly DocumentForm[];
}

export const DOCUMENT_FORMS = rowTable<DocumentFormsRow>('document_forms', {
  agency: 'key',
  version: 'plain',
  forms: 'plain',
});

export interface DocumentFormsChange extends RowChange<DocumentFormsRow> {
  readonly at: Temporal.Instant;
  readonly actor: string;
}

/** In which forms an agency numbers its documents. */
export const FORMS_OF_AGENCY: Aggregate<DocumentFormsChange> = {
  save: async (queries, changes) => {
    await DOCUMENT_FORMS.save(queries, changes);
    return undefined;
  },
  events: () => [],
  history: ({ after, at, actor }) => [
    line('documentForms', after.agency, 'set', { at, actor, detail: { version: after.version, forms: after.forms } }),
  ],
};
