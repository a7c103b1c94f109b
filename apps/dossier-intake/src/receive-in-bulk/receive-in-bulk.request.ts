import { BulkTargetRequest, Flag, ListOf, Nested, OneOf, Uuid } from '@motcua/platform';
import { RefuseDossierRequest } from '../remarks/refuse-dossier.request.js';
import { RequestSupplementRequest } from '../remarks/request-supplement.request.js';
import { DossierFilterRequest } from './dossier-filter.request.js';
import { RECEPTION_ACTIONS, type ReceptionAction } from './reception-parameters.js';

/** One action on many dossiers: those in `items`, those that a `filter` finds, or those that a `preview` would have done. */
export class ReceiveInBulkRequest {
  @OneOf(RECEPTION_ACTIONS, { optional: true, description: 'Required unless `preview` is given' })
  readonly action?: ReceptionAction;

  @ListOf(() => BulkTargetRequest, { optional: true, max: 1000, description: 'Dossiers to act on, each with its ETag' })
  readonly items?: readonly BulkTargetRequest[];

  @Nested(() => DossierFilterRequest, { optional: true }) readonly filter?: DossierFilterRequest;

  @Uuid({ optional: true, description: 'Id of a finished preview of the caller: applies it' })
  readonly preview?: string;

  @Flag({ optional: true, description: 'True previews the outcome for each dossier and changes nothing' })
  readonly dryRun: boolean = false;

  @Nested(() => RefuseDossierRequest, { optional: true, description: 'For refuse: the body of the single refusal' })
  readonly refusal?: RefuseDossierRequest;

  @Nested(() => RequestSupplementRequest, {
    optional: true,
    description: 'For requestSupplement: the body of the single request',
  })
  readonly supplementRequest?: RequestSupplementRequest;
}
