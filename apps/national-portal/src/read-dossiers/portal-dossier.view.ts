import { JsonObject, ListOf, OneOf, Text, Uuid, Whole } from '@motcua/platform';
import { RECEIVED_STATES, type ReceivedState } from '../persistence/received-dossiers.js';
import { WaitingForView } from '../deliveries/waiting-for.view.js';

/** A dossier as the portal may look it up. */
export class PortalDossierView {
  @Uuid() readonly id!: string;
  @Text({ description: 'MaHoSo, under which the portal knows it' }) readonly portalCode!: string;
  @Text({ nullable: true, description: 'Our own code (R1); null until it is submitted here' }) readonly code!:
    string | null;
  @Whole({ nullable: true, min: 1, max: 10, description: 'TrangThaiHoSo; null until it is submitted here' })
  readonly status!: number | null;
  @OneOf(RECEIVED_STATES, {
    nullable: true,
    description: 'Of a dossier born at the portal; `waiting` for an officer here',
  })
  readonly state!: ReceivedState | null;
  @Text({ nullable: true, description: 'Why intake did not take it in' }) readonly refusal!: string | null;
  @ListOf(() => WaitingForView) readonly waitingFor!: readonly WaitingForView[];
  @JsonObject({ nullable: true, description: 'The record as it is sent to the portal; null until it can be made' })
  readonly record!: Record<string, unknown> | null;
}
