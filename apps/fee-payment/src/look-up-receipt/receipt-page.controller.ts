import { Controller, Get, Param, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Language, LANGUAGES, Refusal } from '@motcua/kernel';
import { type Answer, languageOf, PlatformConfig, Public } from '@motcua/platform';
import type { FastifyRequest } from 'fastify';
import { ReceiptLookup } from './receipt-lookup.js';
import { PAGE_HEADERS, receiptPage, type Shown } from './receipt-page.js';

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

/** The page to which the QR code of a receipt leads: `/bien-lai` at the one address of the system (ADR 0044). */
@Controller('bien-lai')
@ApiExcludeController()
@Public()
export class ReceiptPageController {
  private readonly path: string;

  constructor(
    private readonly lookup: ReceiptLookup,
    { publicUrl }: PlatformConfig,
  ) {
    this.path = `${new URL(publicUrl).pathname.replace(/\/$/, '')}/bien-lai`;
  }

  /** The code comes from the form. */
  @Get()
  ask(@Req() request: FastifyRequest): Promise<Answer<string>> {
    return this.show(request, textOf((request.query as Readonly<Record<string, unknown>>)['code']));
  }

  @Get(':code')
  find(@Param('code') code: string, @Req() request: FastifyRequest): Promise<Answer<string>> {
    return this.show(request, textOf(code));
  }

  private async show(request: FastifyRequest, code: string): Promise<Answer<string>> {
    const language = languageFor(request);
    const answer = (status: number, shown: Shown): Answer<string> => ({
      status,
      headers: {
        ...PAGE_HEADERS,
        'content-language': language,
        ...(status === 429 && { 'retry-after': '60' }),
      },
      body: receiptPage({ path: this.path, language, code }, shown),
    });
    if (code === '') return answer(200, null);
    try {
      return answer(200, { receipt: await this.lookup.find(code, request.ip) });
    } catch (error) {
      const said = error instanceof Refusal ? SAID[error.code as string] : undefined;
      if (!said) throw error;
      return answer(said.status, { refused: said.refused });
    }
  }
}
