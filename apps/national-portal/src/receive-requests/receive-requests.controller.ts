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
import type { RequestKind } from '../persistence/received-requests.js';
import { faultsOf, saidIn, type Shape, textIn } from '../receive/fields.js';
import { PAYMENT, schemaOf, SUPPLEMENT, WITHDRAWAL } from '../receive/shapes.js';
import { RECEIVE_REQUEST } from './receive-request.js';
import { ReceivedRequestView } from './received-request.view.js';

const SHAPES: Readonly<Record<RequestKind, Shape>> = {
  supplement: SUPPLEMENT,
  withdrawal: WITHDRAWAL,
  payment: PAYMENT,
};

@Controller('v1')
@ApiTags('from the portal')
@Requires('portal.deliver')
export class ReceiveRequestsController {
  constructor(
    private readonly commands: Commands,
    private readonly sealing: SealingConfig,
  ) {}

  @Post('received-supplements')
  @HttpCode(202)
  @WithoutIdempotencyKey()
  @ApiOperation({ summary: 'Papers that a citizen gave at the portal, because they were asked for' })
  @ApiBody({ schema: schemaOf(SUPPLEMENT) as never })
  @ApiAcceptedResponse({ type: ReceivedRequestView })
  supplement(@Body() body: unknown, @CurrentActor() actor: Actor): Promise<Answer<ReceivedRequestView>> {
    return this.receive('supplement', body, actor);
  }

  @Post('received-withdrawals')
  @HttpCode(202)
  @WithoutIdempotencyKey()
  @ApiOperation({ summary: 'A citizen withdrew a dossier at the portal' })
  @ApiBody({ schema: schemaOf(WITHDRAWAL) as never })
  @ApiAcceptedResponse({ type: ReceivedRequestView })
  withdrawal(@Body() body: unknown, @CurrentActor() actor: Actor): Promise<Answer<ReceivedRequestView>> {
    return this.receive('withdrawal', body, actor);
  }

  @Post('received-payments')
  @HttpCode(202)
  @WithoutIdempotencyKey()
  @ApiOperation({ summary: 'The portal took a payment for a dossier' })
  @ApiBody({ schema: schemaOf(PAYMENT) as never })
  @ApiAcceptedResponse({ type: ReceivedRequestView })
  payment(@Body() body: unknown, @CurrentActor() actor: Actor): Promise<Answer<ReceivedRequestView>> {
    return this.receive('payment', body, actor);
  }

  private receive(kind: RequestKind, body: unknown, { subject: actor }: Actor): Promise<Answer<ReceivedRequestView>> {
    const faults = faultsOf(body, SHAPES[kind]);
    if (faults.length > 0) throw new Refusal<PlatformCode>('REQUEST.INVALID', {}, faults);
    const record = body as Record<string, unknown>;
    return this.commands.run(RECEIVE_REQUEST, {
      id: newId(),
      kind,
      requestId: textIn(record, 'MaYeuCau'),
      code: textIn(record, 'MaHoSo'),
      bodyHash: fingerprintOf(saidIn(record, SHAPES[kind])),
      body: sealText(this.sealing.sealingKey, JSON.stringify(record)),
      actor,
    });
  }
}
