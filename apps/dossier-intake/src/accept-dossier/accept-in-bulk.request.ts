import { BulkTargetRequest, Flag, ListOf, Nested, OneOf, Uuid } from '@motcua/platform';
import { DossierFilterRequest } from './dossier-filter.request.js';

export const DOSSIER_ACTIONS = ['accept'] as const;

/** One action on many dossiers: those in `items`, those that a `filter` finds, or those that a `preview` would have done. */
export class AcceptInBulkRequest {
  @OneOf(DOSSIER_ACTIONS, { optional: true, description: 'Left out with a preview, which has its own' })
  readonly action?: (typeof DOSSIER_ACTIONS)[number];

  @ListOf(() => BulkTargetRequest, { optional: true, max: 1000, description: 'Dossiers, each as it was seen' })
  readonly items?: readonly BulkTargetRequest[];

  @Nested(() => DossierFilterRequest, { optional: true }) readonly filter?: DossierFilterRequest;

  @Uuid({ optional: true, description: 'A finished preview of mine, to be applied to what it would have done' })
  readonly preview?: string;

  @Flag({ optional: true, description: 'A preview: what would happen to each, and nothing changed' })
  readonly dryRun: boolean = false;
}
