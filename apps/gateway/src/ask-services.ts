import type { OpenAPIObject } from '@nestjs/swagger';
import type { DescribedService } from './merge-open-api.js';
import type { Upstreams } from './upstreams.js';

const PATIENCE_MS = 3_000;

const ask = async (url: string): Promise<Response> => fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });

/** Every service's readiness as it tells it itself; one that does not answer is not ready. */
export async function readiness(services: Upstreams): Promise<{ ready: boolean; services: Record<string, unknown> }> {
  const answers = await Promise.all(
    [...services].map(async ([name, origin]) => {
      try {
        const answer = await ask(`${origin}/${name}/health/ready`);
        return [name, await answer.json(), answer.ok] as const;
      } catch {
        return [name, { status: 'unavailable', checks: { gateway: 'no answer' } }, false] as const;
      }
    }),
  );
  return {
    ready: answers.every(([, , ready]) => ready),
    services: Object.fromEntries(answers.map(([name, answer]) => [name, answer])),
  };
}

/** Each service's own description. @throws Error naming the service that gives none */
export async function descriptions(services: Upstreams): Promise<DescribedService[]> {
  return Promise.all(
    [...services].map(async ([name, origin]) => {
      const answer = await ask(`${origin}/${name}/openapi.json`).catch(() => undefined);
      if (!answer?.ok) throw new Error(`${name} does not answer`);
      return { name, openApi: (await answer.json()) as OpenAPIObject };
    }),
  );
}
