import { Flag, Uuid } from '@motcua/platform';

export class EndTicketRequest {
  @Flag({ optional: true, description: 'False: the person who was called did not come' })
  readonly came: boolean = true;

  @Uuid({ optional: true, nullable: true, description: 'Dossier that was handled, one that the caller may see' })
  readonly dossierId?: string | null;
}
