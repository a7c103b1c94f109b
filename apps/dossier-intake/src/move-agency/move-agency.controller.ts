import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { currentIdentifier, Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  BulkActions,
  BulkActionView,
  CurrentActor,
  Database,
  type PlatformCode,
  Requires,
} from '@motcua/platform';
import { MoveAgencyRequest } from './move-agency.request.js';
import type { AgencyMove } from './move-dossier.js';
import { openDossiersOf } from './open-dossiers-of.js';

@Controller('v1/agency-moves')
@ApiTags('bulk actions')
@Requires('agency.write')
export class MoveAgencyController {
  constructor(
    private readonly bulk: BulkActions,
    private readonly database: Database,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary:
      'Moves the open dossiers of an agency that has ended, merged or been split to its successor, or previews it',
    description:
      'Each dossier by itself, as a bulk action: its result is at /v1/bulk-actions/{id}/items. Its case, tasks and fees follow by ' +
      'event. A preview (`dryRun`) changes nothing; `preview` then applies it.',
  })
  @ApiAcceptedResponse({ type: BulkActionView })
  move(@Body() { preview, dryRun, ...asked }: MoveAgencyRequest, @CurrentActor() actor: Actor): Promise<Answer> {
    if (preview !== undefined) return this.bulk.take({ dryRun, selection: { preview }, actor });
    const { from, to, reason } = asked;
    if (from === undefined || to === undefined || reason === undefined) throw incomplete(asked);
    const parameters: AgencyMove = { from: currentIdentifier(from), to: currentIdentifier(to), reason };
    const selection = { filter: openDossiersOf(this.database, parameters.from) };
    return this.bulk.take({ action: 'move-agency', parameters, dryRun, selection, actor });
  }
}

const incomplete = (asked: object): Refusal<PlatformCode> =>
  new Refusal<PlatformCode>(
    'REQUEST.INVALID',
    {},
    (['from', 'to', 'reason'] as const)
      .filter((field) => (asked as Record<string, unknown>)[field] === undefined)
      .map((field) => ({
        pointer: `/${field}`,
        code: 'IS_DEFINED',
        detail: { vi: 'Phải nêu trường này, hoặc nêu bản xem trước.', en: 'Send this field, or a preview.' },
      })),
  );
