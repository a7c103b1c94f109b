import { Flag, InstantText, OneOf, PageQuery, Text, Uuid } from '@motcua/platform';
import { JOURNAL_STATES, type JournalState, RECORD_KINDS, type RecordKind } from '../journal/journal-row.view.js';

export class JournalQuery extends PageQuery {
  @Uuid({ optional: true }) readonly dossierId?: string;
  @Text({ optional: true, max: 60, description: "The dossier's code, ours or the portal's" }) readonly code?: string;
  @OneOf(JOURNAL_STATES, { optional: true }) readonly state?: JournalState;
  @OneOf(RECORD_KINDS, { optional: true }) readonly kind?: RecordKind;
  @Text({ optional: true, max: 60, description: 'error_code of the last answer' }) readonly answerCode?: string;
  @Flag({ optional: true, fromText: true, description: 'Whether an officer left it at the refusal' })
  readonly acknowledged?: boolean;
  @InstantText({ optional: true, description: 'Queued at or after' }) readonly from?: string;
  @InstantText({ optional: true, description: 'Queued before' }) readonly to?: string;
}
