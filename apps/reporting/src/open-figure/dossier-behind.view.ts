import { withOffset } from '@motcua/kernel';
import { CHANNELS } from '@motcua/contracts';
import { InstantText, OneOf, Text, Uuid } from '@motcua/platform';
import type { DossierBehind } from './dossiers-behind.js';

/** A dossier that a figure counts; no name of a person. */
export class DossierBehindView {
  @Uuid() readonly id!: string;
  @Text({ example: 'H48.12-261124-0001' }) readonly code!: string;
  @Text({ example: '1.001686' }) readonly procedure!: string;
  @OneOf(CHANNELS) readonly channel!: string;
  @Text({ example: 'H48.12' }) readonly receivingAgency!: string;
  @Text({ example: 'H48.12' }) readonly competentAgency!: string;
  @InstantText() readonly submittedAt!: string;
  @InstantText() readonly acceptedAt!: string;
  @InstantText({ description: 'Promised on the slip, as supplements moved it (Decision 766)' })
  readonly slipDueAt!: string;
  @InstantText({ description: 'Promised as it stands, an extension included (ordinary report)' })
  readonly dueAt!: string;
  @InstantText({ nullable: true }) readonly endedAt!: string | null;
}

export const viewOf = (dossier: DossierBehind): DossierBehindView => ({
  id: dossier.dossierId,
  code: dossier.code,
  procedure: dossier.procedureCode,
  channel: dossier.channel,
  receivingAgency: dossier.receivingAgency,
  competentAgency: dossier.competentAgency,
  submittedAt: withOffset(dossier.submittedAt),
  acceptedAt: withOffset(dossier.acceptedAt),
  slipDueAt: withOffset(dossier.slipDueAt),
  dueAt: withOffset(dossier.dueAt),
  endedAt: dossier.endedAt && withOffset(dossier.endedAt),
});
