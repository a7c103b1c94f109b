import type { Readable } from 'node:stream';
import { Controller, Get, Headers, Inject, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Agencies, type Agency } from '@motcua/catalogue-copy';
import { CLOCK, type Clock, Refusal } from '@motcua/kernel';
import {
  type Actor,
  assertReach,
  contentDisposition,
  CurrentActor,
  type Page,
  PageOf,
  pageOf,
  representationOf,
  Requires,
  type PlatformCode,
} from '@motcua/platform';
import { printLongTable, printSheet } from '@motcua/pdf-drawing';
import type { FastifyReply } from 'fastify';
import { BookLineView } from './book-line.view.js';
import { bookCursor } from './book-cursor.js';
import { bookPeriod } from './book-period.js';
import { layOutBook } from './lay-out-book.js';
import { JSON_TYPE, PDF, XLSX } from '../media-types.js';
import { type BookRequest, placeOf, TrackingBook } from './form-07-tracking-book.js';
import { TrackingBookQuery } from './tracking-book.query.js';

@Controller('v1/tracking-book')
@ApiTags('cases')
@Requires('book.read')
export class TrackingBookController {
  constructor(
    private readonly book: TrackingBook,
    private readonly agencies: Agencies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    summary:
      'The tracking book of an agency and a period (form 07): a page as JSON, or the whole of it as PDF or XLSX, by Accept',
  })
  @ApiProduces(JSON_TYPE, PDF, XLSX)
  @ApiOkResponse({ type: PageOf(BookLineView) })
  async show(
    @Query() query: TrackingBookQuery,
    @Headers('accept') accept: string | undefined,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<BookLineView> | Readable> {
    const representation = representationOf(accept, [JSON_TYPE, PDF, XLSX]);
    const agency = await this.agencyOf(actor, query.agency);
    const request = { ...bookPeriod(query), by: query.by, agencies: await this.agencies.subtree(agency.code) };
    if (representation === JSON_TYPE) return this.page(request, query);
    const table = layOutBook({ ...request, ...(await this.cover(agency)) }, this.book.lines(request));
    const paper: Readable = representation === PDF ? printLongTable(table) : printSheet(table);
    const name = `so-theo-doi-${agency.code}-${query.from}-${query.to}.${representation === PDF ? 'pdf' : 'xlsx'}`;
    void reply.header('content-type', representation).header('content-disposition', contentDisposition(name));
    return paper;
  }

  private async page(request: BookRequest, { cursor, limit }: TrackingBookQuery): Promise<Page<BookLineView>> {
    const rows = await this.book.rows(request, bookCursor(cursor), limit + 1);
    return pageOf(rows, limit, placeOf, (row) => this.book.view(row));
  }

  private async cover(agency: Agency) {
    const superior = agency.parent === null ? undefined : await this.agencies.find(agency.parent);
    return { issuer: { superior: superior?.name ?? null, agency: agency.name }, printedAt: this.clock.now() };
  }

  /** @throws Refusal RESOURCE.NOT_FOUND where there is no such agency, or it is beyond the caller's reach */
  private async agencyOf(actor: Actor, asked: string | undefined): Promise<Agency> {
    const code = asked ?? actor.agency;
    if (code === undefined) {
      throw new Refusal<PlatformCode>('REQUEST.PARAMETER_INVALID', {}, [
        {
          pointer: '/agency',
          code: 'IS_DEFINED',
          detail: { vi: 'Phải nêu cơ quan (agency).', en: 'Say which agency (agency).' },
        },
      ]);
    }
    const agency = await this.agencies.find(code);
    if (!agency) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    assertReach(actor, 'book.read', { agencies: agency.ancestors });
    return agency;
  }
}
