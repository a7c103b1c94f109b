import { languageOf } from '@motcua/platform';
import type { ProcessDiagram } from '@motcua/processing-domain';
import type { FastifyReply } from 'fastify';
import { mermaidOf } from './mermaid.js';
import { svgOf } from './svg.js';

export const SVG = 'image/svg+xml';
export const MERMAID = 'application/vnd.mermaid';

interface Wanted {
  readonly accept: string | undefined;
  readonly acceptLanguage: string | undefined;
}

/** As SVG to who accepts that by name, else as Mermaid's text. */
export async function answerDiagram(
  reply: FastifyReply,
  diagram: ProcessDiagram,
  { accept, acceptLanguage }: Wanted,
  title: string,
): Promise<void> {
  const language = languageOf(acceptLanguage);
  void reply.header('vary', 'Accept, Accept-Language');
  if (!accept?.includes(SVG))
    return void reply.header('content-type', `${MERMAID}; charset=utf-8`).send(mermaidOf(diagram, language));
  const svg = await svgOf(diagram, language, title);
  void reply
    .header('content-type', SVG)
    // Opened by itself it is a document: nothing in it is ever run or fetched.
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
    .send(svg);
}
