import { Nested, Text } from '@motcua/platform';
import { OnlineShareView } from './online-share.view.js';

export class OnlineLineView {
  @Text({ example: 'H48.12' }) readonly code!: string;
  @Text({ nullable: true }) readonly name!: string | null;
  @Nested(() => OnlineShareView, { description: 'Dossiers that came online, of those accepted in the period' })
  readonly receivedOnline!: OnlineShareView;
  @Nested(() => OnlineShareView, { description: 'Procedures that are online in part or in full' })
  readonly proceduresOnline!: OnlineShareView;
  @Nested(() => OnlineShareView, { description: 'Procedures that are online in full' })
  readonly proceduresFull!: OnlineShareView;
}
