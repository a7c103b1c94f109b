import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  BulkActions,
  BulkActionView,
  CurrentActor,
  type PlatformCode,
  Requires,
  SealingConfig,
  sealText,
  seenVersion,
} from '@motcua/platform';
import { ReturnInBulkRequest } from './return-in-bulk.request.js';
import type { ReturnOfMany } from './return-in-bulk.js';

@Controller('v1/bulk-returns')
@ApiTags('bulk actions')
@Requires('dossier.return')
export class ReturnInBulkController {
  constructor(
    private readonly bulk: BulkActions,
    private readonly sealing: SealingConfig,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Returns a bag of results, or previews it',
    description:
      'Each dossier by itself, as a bulk action: its result is at /v1/bulk-actions/{id}/items. ' +
      'A preview (`dryRun`) changes nothing; `preview` then applies it.',
  })
  @ApiAcceptedResponse({ type: BulkActionView })
  return(@Body() body: ReturnInBulkRequest, @CurrentActor() actor: Actor): Promise<Answer> {
    const { method, items, receivedBy, preview, dryRun } = body;
    if (preview !== undefined) return this.bulk.take({ dryRun, selection: { preview }, actor });
    if (method === undefined || items === undefined) throw incomplete({ method, items });
    const numbers = items.flatMap(({ id, trackingNumber }) => (trackingNumber ? [[id, trackingNumber] as const] : []));
    const parameters: ReturnOfMany = {
      method,
      trackingNumbers: Object.fromEntries(numbers),
      receivedBy: receivedBy ? sealText(this.sealing.sealingKey, JSON.stringify(receivedBy)) : null,
    };
    const selection = { items: items.map(({ id, etag }) => ({ id, version: seenVersion(etag) })) };
    return this.bulk.take({ action: 'return', parameters, dryRun, selection, actor });
  }
}

const incomplete = (asked: Readonly<Record<string, unknown>>): Refusal<PlatformCode> =>
  new Refusal<PlatformCode>(
    'REQUEST.INVALID',
    {},
    Object.entries(asked)
      .filter(([, value]) => value === undefined)
      .map(([field]) => ({
        pointer: `/${field}`,
        code: 'IS_DEFINED',
        detail: { vi: 'Phải nêu trường này, hoặc nêu bản xem trước.', en: 'Send this field, or a preview.' },
      })),
  );
