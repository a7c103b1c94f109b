import { DOSSIER_STATUSES, type DossierStatus } from '@motcua/dossier-domain';
import { InstantText, OneOf, Text, TextList, Uuid, Whole } from '@motcua/platform';

/** One of the dossiers that are submitted together. */
export class LinkedDossierView {
  @Uuid() readonly id!: string;
  @Text({ nullable: true, description: 'Null for a draft' }) readonly code!: string | null;
  @Whole({ min: 1, description: 'In the order in which they are decided' }) readonly step!: number;
  @Text() readonly procedureCode!: string;
  @Text() readonly procedureName!: string;
  @Text() readonly competentAgency!: string;
  @Text({ nullable: true }) readonly agencyName!: string | null;
  @OneOf(DOSSIER_STATUSES) readonly status!: DossierStatus;
  @InstantText({ nullable: true, description: 'Promised due date; null until it is accepted' })
  readonly dueAt!: string | null;
  @Whole({ description: 'Unpaid fees, in đồng' }) readonly owed!: number;
  @TextList({ description: 'Ids of earlier dossiers for whose results it waits' })
  readonly waitsFor!: readonly string[];
}
