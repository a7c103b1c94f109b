import { AnyInstant, AnyText, Nested, OneOf, Uuid } from '@motcua/fields';
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
  @AnyText() readonly code!: string;
  @AnyText() readonly applicantRef!: string;
  @AnyText() readonly submittedBy!: string;
  @AnyText() readonly procedureCode!: string;
  @AnyText() readonly procedureName!: string;
  @OneOf(DOSSIER_STATUSES) readonly from!: DossierStatus;
  @OneOf(PUBLIC_STATUSES) readonly to!: PublicStatus;
  @AnyInstant() readonly at!: string;
  @OneOf(STATUS_DECIDERS) readonly decidedBy!: StatusDecider;
  @AnyText({ nullable: true }) readonly reason!: string | null;
  @Nested(() => StatusHolder) readonly holder!: StatusHolder;
  /** The promised due date; null before acceptance and while it is paused. */
  @AnyInstant({ nullable: true }) readonly dueAt!: string | null;
  @AnyInstant({ nullable: true }) readonly receptionDueAt!: string | null;
}
