import { InstantText, ListOf, Whole } from '@motcua/platform';
import { AgencySynchronisationView } from './agency-synchronisation.view.js';
import { UnmappedCodeView } from './unmapped-code.view.js';

/** How far the portal is behind. All times are system times. */
export class SynchronisationView {
  @Whole({ description: 'Dossiers with something unsent' }) readonly waiting!: number;
  @InstantText({ nullable: true, description: 'Since when the oldest of them waits' }) readonly oldestSince!:
    string | null;
  @Whole({
    description: 'Records that the portal refused, that have not changed since, and that no officer has acknowledged',
  })
  readonly refused!: number;
  @Whole({ description: 'Dossiers whose last call was not answered' }) readonly unanswered!: number;
  @Whole({ description: 'Dossiers that wait for a code map or for what has not come yet' }) readonly blocked!: number;
  @Whole({ description: 'Dossiers from the portal that wait for an agency or a procedure to be known here' })
  readonly receivedWaiting!: number;
  @Whole({ description: 'Deliveries of the portal that were refused, and that no officer has acknowledged' })
  readonly receivedRefused!: number;
  @ListOf(() => AgencySynchronisationView) readonly agencies!: readonly AgencySynchronisationView[];
  @ListOf(() => UnmappedCodeView) readonly waitingFor!: readonly UnmappedCodeView[];
}
