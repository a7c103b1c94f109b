import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Language, LANGUAGES, Refusal } from '@motcua/kernel';
import { type Answer, languageOf, PlatformConfig, Public, WithoutIdempotencyKey } from '@motcua/platform';
import type { FastifyRequest } from 'fastify';
import { numberTyped } from './number-typed.js';
import { PAGE_HEADERS, type Shown, trackingPage } from './page/tracking-page.js';
import { Tracking } from './tracking.js';

/** What the page says itself; any other failure is told as everywhere. */
const SAID: Readonly<Record<string, { readonly status: number; readonly refused: 'unknown' | 'tooMany' }>> = {
  'RESOURCE.NOT_FOUND': { status: 404, refused: 'unknown' },
  'REQUEST.TOO_MANY': { status: 429, refused: 'tooMany' },
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** As the link says that was followed, else as the browser is set. */
function languageFor({ query, headers }: FastifyRequest): Language {
  const { lang } = query as Readonly<Record<string, unknown>>;
  return LANGUAGES.find((known) => known === lang) ?? languageOf(headers['accept-language']);
}

/** The page to which QR codes and messages lead: `/tra-cuu` at the one address of the system. */
@Controller('tra-cuu')
@ApiExcludeController()
@Public()
export class TrackingPageController {
  private readonly path: string;

  constructor(
    private readonly tracking: Tracking,
    { publicUrl }: PlatformConfig,
  ) {
    this.path = `${new URL(publicUrl).pathname.replace(/\/$/, '')}/tra-cuu`;
  }

  /** The code comes from the form. */
  @Get()
  ask(@Req() request: FastifyRequest): Promise<Answer<string>> {
    return this.show(request, textOf((request.query as Readonly<Record<string, unknown>>)['code']));
  }

  @Get(':code')
  track(@Param('code') code: string, @Req() request: FastifyRequest): Promise<Answer<string>> {
    return this.show(request, textOf(code));
  }

  /** With the applicant's number, which no address and so no log keeps. */
  @Post(':code')
  @HttpCode(200)
  @WithoutIdempotencyKey()
  async trackOwn(@Param('code') code: string, @Req() request: FastifyRequest): Promise<Answer<string>> {
    return this.show(request, textOf(code), await numberTyped(request));
  }

  private async show(request: FastifyRequest, code: string, number?: string): Promise<Answer<string>> {
    const language = languageFor(request);
    const answer = (status: number, shown: Shown): Answer<string> => ({
      status,
      headers: {
        ...PAGE_HEADERS,
        'content-language': language,
        ...(status === 429 && { 'retry-after': '60' }),
      },
      body: trackingPage({ path: this.path, language, code, own: number !== undefined }, shown),
    });
    if (code === '') return answer(200, null);
    try {
      const own = number === undefined ? {} : { number };
      return answer(200, { tracked: await this.tracking.find({ code, address: request.ip, language, ...own }) });
    } catch (error) {
      const said = error instanceof Refusal ? SAID[error.code as string] : undefined;
      if (!said) throw error;
      return answer(said.status, { refused: said.refused });
    }
  }
}
