import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { languageOf, PreferWait, Requires, WithoutIdempotencyKey } from '@motcua/platform';
import { CalculateDeadline } from './calculate-deadline.js';
import { CalculateDeadlineRequest } from './calculate-deadline.request.js';
import { DeadlineView } from './deadline.view.js';

@Controller('v1/deadline-calculations')
@ApiTags('deadlines')
@Requires('deadline.read')
export class CalculateDeadlineController {
  constructor(private readonly calculateDeadline: CalculateDeadline) {}

  @Post()
  @HttpCode(200)
  @WithoutIdempotencyKey()
  @ApiOperation({ summary: 'When a dossier is due, and why: changes nothing, needs no idempotency key' })
  @ApiBody({ type: CalculateDeadlineRequest })
  @ApiOkResponse({ type: DeadlineView })
  calculate(
    @Body() body: unknown,
    @PreferWait() seconds: number,
    @Headers('accept-language') accepted: string | undefined,
  ): Promise<object> {
    return this.calculateDeadline.execute(body, seconds, languageOf(accepted));
  }
}
