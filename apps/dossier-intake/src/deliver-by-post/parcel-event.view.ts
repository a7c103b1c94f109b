import { PARCEL_STEPS, type ParcelStep } from '@motcua/dossier-domain';
import { InstantText, OneOf } from '@motcua/platform';

export class ParcelEventView {
  @OneOf(PARCEL_STEPS) readonly step!: ParcelStep;
  @InstantText({ description: 'As the post says' }) readonly at!: string;
}
