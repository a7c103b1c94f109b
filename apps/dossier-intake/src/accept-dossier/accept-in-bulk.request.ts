import { BulkTargetRequest, Flag, ListOf, Nested, OneOf, Uuid } from '@motcua/platform';
import { DossierFilterRequest } from './dossier-filter.request.js';

const DOSSIER_ACTIONS = ['accept'] as const;

/** One action on many dossiers: those in `items`, those that a `filter` finds, or those that a `preview` would have done. */
export class AcceptInBulkRequest {
  @OneOf(DOSSIER_ACTIONS, { optional: true, description: 'Required unless `preview` is given' })
  readonly action?: (typeof DOSSIER_ACTIONS)[number];

  @ListOf(() => BulkTargetRequest, { optional: true, max: 1000, description: 'Dossiers to act on, each with its ETag' })
  readonly items?: readonly BulkTargetRequest[];

  @Nested(() => DossierFilterRequest, { optional: true }) readonly filter?: DossierFilterRequest;

  @Uuid({ optional: true, description: 'Id of a finished preview of the caller: applies it' })
  readonly preview?: string;

  @Flag({ optional: true, description: 'True previews the outcome for each dossier and changes nothing' })
  readonly dryRun: boolean = false;
}
