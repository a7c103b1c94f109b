import { Day, TextList } from '@motcua/platform';

export class ReconciliationRequest {
  @Day({ optional: true, description: 'The dossiers that were submitted or moved on this day' }) readonly day?: string;
  @TextList({ optional: true, max: 200, description: 'Codes, ours or the portal’s' })
  readonly codes?: readonly string[];
}
