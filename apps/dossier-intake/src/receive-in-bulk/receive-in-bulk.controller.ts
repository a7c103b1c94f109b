import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type Answer,
  assertOneSelection,
  BulkActions,
  BulkActionView,
  type BulkSelection,
  type BulkTarget,
  CurrentActor,
  MOST_ITEMS_A_PAGE,
  Requires,
  seenVersion,
} from '@motcua/platform';
import { AskedDossiers } from '../dossier-list/asked-dossiers.js';
import { DossierList } from '../dossier-list/dossier-list.js';
import { ReceiveInBulkRequest } from './receive-in-bulk.request.js';
import type { DossierFilterRequest } from './dossier-filter.request.js';
import { receptionParameters } from './reception-parameters.js';

/** What the one-stop does to many dossiers at once. */
@Controller('v1/bulk-actions')
@ApiTags('bulk actions')
@Requires('dossier.receive')
export class ReceiveInBulkController {
  constructor(
    private readonly bulk: BulkActions,
    private readonly asked: AskedDossiers,
    private readonly list: DossierList,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Accepts, refuses or requests supplements of several dossiers, or previews the outcome',
    description:
      'Each dossier is dealt with as by the single action, in a transaction of its own, with the rights that the token has now. ' +
      'A preview (`dryRun`) changes nothing; `preview` then applies it to what it would have done, in the versions it saw. ' +
      'Pointers in the problem of an item are those of the single action.',
  })
  @ApiAcceptedResponse({ type: BulkActionView })
  take(@Body() body: ReceiveInBulkRequest, @CurrentActor() actor: Actor): Promise<Answer> {
    const parameters = receptionParameters(body);
    assertOneSelection(body);
    const { action, dryRun } = body;
    return this.bulk.take({
      ...(action && { action }),
      parameters,
      dryRun,
      selection: this.selection(body, actor),
      actor,
    });
  }

  private selection({ items, filter, preview = '' }: ReceiveInBulkRequest, actor: Actor): BulkSelection {
    if (items) return { items: items.map(({ id, etag }) => ({ id, version: seenVersion(etag) })) };
    if (filter) return { filter: this.found(actor, filter) };
    return { preview };
  }

  private async *found(actor: Actor, filter: DossierFilterRequest): AsyncGenerator<readonly BulkTarget[]> {
    const page = Object.assign({ status: 'registered' as const, limit: MOST_ITEMS_A_PAGE }, filter);
    const asked = await this.asked.of(actor, page);
    for await (const rows of this.list.all(asked)) yield rows.map(({ id, version }) => ({ id, version }));
  }
}
