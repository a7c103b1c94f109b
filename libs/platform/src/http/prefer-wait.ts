import { setTimeout as pause } from 'node:timers/promises';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import type { FastifyRequest } from 'fastify';
import { documentedHeader } from './documented-header.js';
import type { PlatformCode } from '../refusals/platform-code.js';

const LONGEST_SECONDS = 10;

/** Seconds that the caller is willing to wait (`Prefer: wait=5`), 10 at most. */
export const PreferWait = documentedHeader(
  {
    name: 'Prefer',
    required: false,
    description: 'wait=5: seconds to wait for what another service has just made',
    example: 'wait=5',
  },
  createParamDecorator((_: unknown, context: ExecutionContext): number => {
    const prefer = context.switchToHttp().getRequest<FastifyRequest>().headers['prefer'];
    const seconds = /(?:^|[,;\s])wait=(\d{1,3})\b/.exec(String(prefer ?? ''))?.[1];
    return Math.min(Number(seconds ?? 0), LONGEST_SECONDS);
  }),
);

/**
 * What `probe` finds, waiting up to `seconds` for it: what another service has just made may not have arrived.
 * @throws Refusal NOT_YET_KNOWN
 */
export async function awaitKnown<T>(
  seconds: number,
  probe: () => Promise<T | undefined>,
  evidence: Record<string, unknown> = {},
): Promise<T> {
  const until = performance.now() + seconds * 1000;
  for (let delay = 20; ; delay = Math.min(delay * 1.5, 250)) {
    const found = await probe();
    if (found !== undefined) return found;
    if (performance.now() + delay > until) {
      throw new Refusal<PlatformCode>('NOT_YET_KNOWN', evidence, [], {
        vi: 'Dữ liệu này do dịch vụ khác công bố và chưa được đồng bộ. Đề nghị thử lại hoặc gửi Prefer: wait=5.',
        en: 'Another service publishes this and it has not arrived here. Try again, or send Prefer: wait=5.',
      });
    }
    await pause(delay);
  }
}
