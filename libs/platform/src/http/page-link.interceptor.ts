import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';

const isPage = (body: unknown): body is { next: string } =>
  typeof body === 'object' &&
  body !== null &&
  Array.isArray((body as { items?: unknown }).items) &&
  typeof (body as { next?: unknown }).next === 'string';

/** Puts the address of the next page into `Link` (RFC 8288). */
@Injectable()
export class PageLinkInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((body: unknown) => {
        if (!isPage(body)) return body;
        const request = context.switchToHttp().getRequest<FastifyRequest>();
        const address = new URL(request.url, 'http://host');
        address.searchParams.set('cursor', body.next);
        void context
          .switchToHttp()
          .getResponse<FastifyReply>()
          .header('link', `<${address.pathname}${address.search}>; rel="next"`);
        return body;
      }),
    );
  }
}
