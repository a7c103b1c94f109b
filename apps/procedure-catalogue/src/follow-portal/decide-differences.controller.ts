import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Fault, Refusal } from '@motcua/kernel';
import {
  type Actor,
  type Answer,
  Commands,
  CurrentActor,
  Database,
  languageOf,
  type PlatformCode,
  Requires,
  seenVersion,
} from '@motcua/platform';
import { DECIDE_DIFFERENCES } from '../changes/decide-differences.js';
import { openDifferences } from '../persistence/portal-differences.js';
import { DecidedDifferencesView } from '../views/decided-differences.view.js';
import { DecisionsRequest } from './decisions.request.js';

const MOST = 200;

const NO_REASON: Fault = {
  pointer: '/reason',
  code: 'REQUIRED',
  detail: { vi: 'Phải nêu lý do bỏ qua.', en: 'State the reason for dismissing them.' },
};
const ONE_SELECTION: Fault = {
  pointer: '',
  code: 'ONE_SELECTION',
  detail: { vi: 'Cần đúng một trong hai trường: items, filter.', en: 'Exactly one of items and filter is needed.' },
};
const twice = (index: number): Fault => ({
  pointer: `/items/${index}/procedure`,
  code: 'DUPLICATE',
  detail: { vi: 'Thủ tục này đã có ở trên.', en: 'This procedure is named above already.' },
});

function faultsOf({ decision, reason, items, filter }: DecisionsRequest): Fault[] {
  const codes = (items ?? []).map(({ procedure }) => procedure);
  return [
    ...(decision === 'dismiss' && (reason ?? '').trim() === '' ? [NO_REASON] : []),
    ...((items === undefined) === (filter === undefined) ? [ONE_SELECTION] : []),
    ...codes.flatMap((code, index) => (codes.indexOf(code) < index ? [twice(index)] : [])),
  ];
}

/** Several differences at once: the first look at a portal proposes everything that it lists. */
@Controller('v1/portal-differences/decisions')
@ApiTags('following the portal')
@Requires('procedure.write')
export class DecideDifferencesController {
  constructor(
    private readonly commands: Commands,
    private readonly database: Database,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Takes or dismisses several differences, each as by itself: one result per difference, and one that cannot be decided stops no other',
  })
  @ApiOkResponse({ type: DecidedDifferencesView })
  async decide(
    @Body() request: DecisionsRequest,
    @CurrentActor() { subject: actor }: Actor,
    @Headers('accept-language') language: string | undefined,
  ): Promise<Answer<DecidedDifferencesView>> {
    const faults = faultsOf(request);
    if (faults.length > 0) throw new Refusal<PlatformCode>('REQUEST.INVALID', {}, faults);
    const { decision, reason } = request;
    const selection = await this.selected(request);
    const common = { take: decision === 'take', reason, actor, language: languageOf(language) };
    return this.commands.run(DECIDE_DIFFERENCES, { ...common, ...selection });
  }

  private async selected({ items, filter = {} }: DecisionsRequest) {
    if (items)
      return { items: items.map(({ procedure, etag }) => ({ procedure, revision: seenVersion(etag) })), next: null };
    const { after = '', kind = null } = filter;
    const found = await openDifferences(this.database, { after, kind, limit: MOST + 1 });
    const page = found.slice(0, MOST);
    return { items: page, next: found.length > MOST ? (page.at(-1)?.procedure ?? null) : null };
  }
}
