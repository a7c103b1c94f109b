import type { Handler } from '@motcua/platform';

/** Hands a path below `/{prefix}` to a handler that believes it is at the root. */
export const mountedAt =
  (prefix: string, handler: Handler): Handler =>
  (request, response) => {
    // oidc-provider works out its own address from `originalUrl`.
    Object.assign(request, { originalUrl: request.url, url: (request.url ?? '').slice(prefix.length + 1) || '/' });
    handler(request, response);
  };
