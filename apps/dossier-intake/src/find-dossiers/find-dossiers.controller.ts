import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Agencies } from '@motcua/catalogue-copy';
import { DOSSIER_STATUSES, type DossierStatus, ENDED } from '@motcua/dossier-domain';
import { isUuid, withOffset } from '@motcua/kernel';
import {
  type Actor,
  CurrentActor,
  decodeCursor,
  identityHash,
  type Page,
  pageOf,
  permittedReach,
  PlatformConfig,
  Requires,
} from '@motcua/platform';
import { DossierList, type ListedDossier, type ListRequest } from './dossier-list.js';
import { DossierPageView } from './dossier-page.view.js';
import { FindDossiersQuery } from './find-dossiers.query.js';
import { type Place, readersOf } from './readers-of.js';
import type { ListedDossierView } from './listed-dossier.view.js';

const instant = (text: string | undefined): Temporal.Instant | null =>
  text === undefined ? null : Temporal.Instant.from(text);

/** What is still open: an ended or returned dossier is due no more. */
const OPEN: readonly DossierStatus[] = DOSSIER_STATUSES.filter(
  (status) => status !== 'draft' && status !== 'processed' && !ENDED.has(status),
);

const cursorOf = (cursor: string | undefined): ListRequest['after'] => {
  const [listedAt, id] = decodeCursor(cursor, 2) ?? [];
  if (typeof listedAt !== 'string' || typeof id !== 'string' || !isUuid(id) || Number.isNaN(Date.parse(listedAt)))
    return null;
  return [listedAt, id];
};

@Controller('v1/dossiers')
@ApiTags('dossiers')
export class FindDossiersController {
  constructor(
    @Inject(DossierList) private readonly list: DossierList,
    @Inject(Agencies) private readonly agencies: Agencies,
    @Inject(PlatformConfig) private readonly config: PlatformConfig,
  ) {}

  @Get()
  @Requires('dossier.read')
  @ApiOperation({
    summary: "The one-stop's list, newest first: an officer sees the agency's and all below it, a citizen the own",
  })
  @ApiOkResponse({ type: DossierPageView })
  async find(@Query() query: FindDossiersQuery, @CurrentActor() actor: Actor): Promise<Page<ListedDossierView>> {
    const reach = permittedReach(actor, 'dossier.read');
    const { limit, applicantId, applicantIdType, status } = query;
    const [agency, home] = await this.places(query.agency, actor);
    if (agency === undefined) return { items: [], next: null };
    const statuses = status === undefined ? (query.dueBefore === undefined ? null : OPEN) : [status];
    const request: ListRequest = {
      ...readersOf(actor, reach, home, { agency, status }),
      statuses,
      applicantRef:
        applicantId === undefined ? null : identityHash(this.config.identityKey, applicantIdType, applicantId),
      code: query.code ?? null,
      procedure: query.procedure ?? null,
      channel: query.channel ?? null,
      submittedFrom: instant(query.submittedFrom),
      submittedTo: instant(query.submittedTo),
      dueBefore: instant(query.dueBefore),
      after: cursorOf(query.cursor),
      limit,
    };
    return pageOf(
      await this.list.read(request, reach === 'own'),
      limit,
      ({ listedAt, id }) => [listedAt.toString(), id],
      lineView,
    );
  }

  /** The agency that is asked for, null where none is, undefined where there is no such agency; and the caller's own. */
  private async places(asked: string | undefined, actor: Actor): Promise<[Place | null | undefined, Place | null]> {
    if (asked === undefined) return [null, null];
    const home = actor.agency === undefined ? undefined : await this.agencies.find(actor.agency);
    return [await this.agencies.find(asked), home ?? null];
  }
}

const lineView = ({
  statusSince,
  listedAt: _,
  submittedAt,
  receptionDueAt,
  promisedDueAt,
  ...line
}: ListedDossier): ListedDossierView => ({
  ...line,
  statusSince: withOffset(statusSince),
  submittedAt: submittedAt && withOffset(submittedAt),
  receptionDueAt: receptionDueAt && withOffset(receptionDueAt),
  promisedDueAt: promisedDueAt && withOffset(promisedDueAt),
});
