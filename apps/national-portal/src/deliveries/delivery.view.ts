import { InstantText, ListOf, OneOf, Text, Uuid } from '@motcua/platform';
import { withOffset } from '@motcua/kernel';
import { RECEIVED_STATES, type ReceivedState } from '../persistence/received-dossiers.js';
import { REQUEST_KINDS, type RequestKind } from '../persistence/received-requests.js';
import { WaitingForView } from './waiting-for.view.js';

export const DELIVERY_KINDS = ['dossier', ...REQUEST_KINDS] as const;
export type DeliveryKind = 'dossier' | RequestKind;

export interface DeliveryRow {
  readonly id: string;
  readonly kind: DeliveryKind;
  readonly requestId: string | null;
  readonly code: string;
  readonly dossierId: string;
  readonly state: ReceivedState;
  readonly refusal: string | null;
  readonly waitingFor: readonly WaitingForView[] | null;
  readonly receivedAt: Temporal.Instant;
  readonly acknowledgedAt: Temporal.Instant | null;
  readonly acknowledgedBy: string | null;
}

/** What the portal handed over, and what came of it. No personal data. */
export class DeliveryView {
  @Uuid({ description: 'Of a dossier its own' }) readonly id!: string;
  @OneOf(DELIVERY_KINDS) readonly kind!: DeliveryKind;
  @Text({ nullable: true, description: 'MaYeuCau; null of a dossier' }) readonly requestId!: string | null;
  @Text({ description: 'MaHoSo, as the portal wrote it' }) readonly code!: string;
  @Uuid() readonly dossierId!: string;
  @OneOf(RECEIVED_STATES) readonly state!: ReceivedState;
  @Text({ nullable: true, description: 'Code of the refusal; null where it was not refused' }) readonly refusal!:
    string | null;
  @ListOf(() => WaitingForView) readonly waitingFor!: readonly WaitingForView[];
  @InstantText() readonly receivedAt!: string;
  @InstantText({ nullable: true, description: 'When an officer took note of the refusal' })
  readonly acknowledgedAt!: string | null;
  @Text({ nullable: true }) readonly acknowledgedBy!: string | null;
}

export const deliveryView = ({ waitingFor, receivedAt, acknowledgedAt, ...row }: DeliveryRow): DeliveryView => ({
  ...row,
  waitingFor: waitingFor ?? [],
  receivedAt: withOffset(receivedAt),
  acknowledgedAt: acknowledgedAt && withOffset(acknowledgedAt),
});
