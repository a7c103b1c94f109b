import { setTimeout as pause } from 'node:timers/promises';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { newId, Refusal } from '@motcua/kernel';
import { type Actor, type Answer, Commands, CurrentActor, Requires, type PlatformCode } from '@motcua/platform';
import { Reconciliations } from '../reconciliations/reconciliations.js';
import { ReconciliationView } from '../reconciliations/reconciliation.view.js';
import { Reconciler } from './reconciler.js';
import { ReconciliationRequest } from './reconciliation.request.js';
import { REQUEST_RECONCILIATION } from './request-reconciliation.js';

/** How long the request waits for the outcome; what takes longer is looked up. */
const PATIENCE_MS = 20_000;
const LOOK_MS = 100;

const nothingAsked = (): Refusal<PlatformCode> =>
  new Refusal<PlatformCode>('REQUEST.INVALID', {}, [
    {
      pointer: '/day',
      code: 'DAY_OR_CODES',
      detail: { vi: 'Phải nêu một ngày (day) hoặc các mã hồ sơ (codes).', en: 'Give a day or codes.' },
    },
  ]);

@Controller('v1/reconciliations')
@ApiTags('synchronisation')
@Requires('portal.operate')
export class ReconciliationsController {
  constructor(
    private readonly commands: Commands,
    private readonly reconciliations: Reconciliations,
    private readonly reconciler: Reconciler,
  ) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({
    summary:
      'Compares the dossiers of a day, or those with given codes, with what the portal holds; what is missing there is sent again',
  })
  @ApiCreatedResponse({ type: ReconciliationView })
  async reconcile(
    @Body() { day, codes }: ReconciliationRequest,
    @CurrentActor() { subject: actor }: Actor,
  ): Promise<Answer<ReconciliationView>> {
    if (day === undefined && (codes === undefined || codes.length === 0)) throw nothingAsked();
    const command = { id: newId(), day: day ?? null, codes: codes ?? null, nightly: false, actor };
    const answer = await this.commands.run(REQUEST_RECONCILIATION, command);
    this.reconciler.wake();
    return { ...answer, body: await this.outcome(answer.body.id) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'A reconciliation, and every difference that it found' })
  @ApiOkResponse({ type: ReconciliationView })
  show(@Param('id', ParseUUIDPipe) id: string): Promise<ReconciliationView> {
    return this.reconciliations.view(id);
  }

  private async outcome(id: string): Promise<ReconciliationView> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const view = await this.reconciliations.view(id);
      if (view.state === 'done' || performance.now() > until) return view;
      await pause(LOOK_MS);
    }
  }
}
