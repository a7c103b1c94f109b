import { InstantText, Nested, Nullable, OneOf, Text, Uuid } from '../shared/fields.js';
import {
  DOSSIER_STATUSES,
  PUBLIC_STATUSES,
  STATUS_DECIDERS,
  type DossierStatus,
  type PublicStatus,
  type StatusDecider,
} from '../shared/vocabulary.js';
import { StatusHolder } from './status-holder.js';

/** The public status of a dossier changed, whoever decided it. Key: dossierId. Producer: dossier-intake. */
export class DossierStatusChangedV1 {
  static readonly type = 'vn.motcua.dossier.status-changed.v1';
  static readonly topic = 'motcua.dossier';

  @Uuid() readonly dossierId!: string;
  @Text() readonly code!: string;
  @Text() readonly applicantRef!: string;
  @Text() readonly submittedBy!: string;
  @Text() readonly procedureCode!: string;
  @Text() readonly procedureName!: string;
  @OneOf(DOSSIER_STATUSES) readonly from!: DossierStatus;
  @OneOf(PUBLIC_STATUSES) readonly to!: PublicStatus;
  @InstantText() readonly at!: string;
  @OneOf(STATUS_DECIDERS) readonly decidedBy!: StatusDecider;
  @Nullable() @Text() readonly reason!: string | null;
  @Nested(() => StatusHolder) readonly holder!: StatusHolder;
  /** The promised due date; null before acceptance and while it is paused. */
  @Nullable() @InstantText() readonly dueAt!: string | null;
  @Nullable() @InstantText() readonly receptionDueAt!: string | null;
}
