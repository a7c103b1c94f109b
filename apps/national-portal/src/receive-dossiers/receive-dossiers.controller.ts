import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { newId, Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  CurrentActor,
  fingerprintOf,
  Requires,
  SealingConfig,
  sealText,
  WithoutIdempotencyKey,
  type PlatformCode,
} from '@motcua/platform';
import { faultsOf, saidIn, textIn } from '../receive/fields.js';
import { DOSSIER, schemaOf } from '../receive/shapes.js';
import { RECEIVE_DOSSIER } from './receive-dossier.js';
import { ReceivedDossierView } from './received-dossier.view.js';

@Controller('v1/received-dossiers')
@ApiTags('from the portal')
@Requires('portal.deliver')
export class ReceiveDossiersController {
  constructor(
    private readonly commands: Commands,
    private readonly sealing: SealingConfig,
  ) {}

  @Post()
  @HttpCode(202)
  @WithoutIdempotencyKey()
  @ApiOperation({
    summary:
      'A dossier that a citizen submitted at the national portal; MaHoSo tells repeats and changes from new ones',
  })
  @ApiBody({ schema: schemaOf(DOSSIER) as never })
  @ApiAcceptedResponse({ type: ReceivedDossierView })
  receive(@Body() body: unknown, @CurrentActor() { subject: actor }: Actor): Promise<Answer<ReceivedDossierView>> {
    const faults = faultsOf(body, DOSSIER);
    if (faults.length > 0) throw new Refusal<PlatformCode>('REQUEST.INVALID', {}, faults);
    const record = body as Record<string, unknown>;
    return this.commands.run(RECEIVE_DOSSIER, {
      id: newId(),
      portalCode: textIn(record, 'MaHoSo'),
      bodyHash: fingerprintOf(saidIn(record, DOSSIER)),
      body: sealText(this.sealing.sealingKey, JSON.stringify(record)),
      actor,
    });
  }
}
