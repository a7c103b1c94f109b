import { setTimeout as pause } from 'node:timers/promises';
import type { Carrier, ScenarioAnswer } from '@motcua/scenario';
import type { ChaosRecord } from './record.js';

const ATTEMPT_MS = 20_000;
const PAUSE_MS = 200;

/** Nobody answered, or the answer says that it may be tried again: whether anything happened is not known. */
function isOpen({ status, body }: ScenarioAnswer): boolean {
  const { code } = (body ?? {}) as { code?: string };
  return status >= 500 || status === 429 || code === 'IDEMPOTENCY.IN_FLIGHT' || code === 'NOT_YET_KNOWN';
}

/** No answer came, long after the last fault. */
class NeverAnswered extends Error {
  override readonly name = 'NeverAnswered';
}

/**
 * Sends the same request, with the same key, until there is an answer that decides.
 * @param until moment (`performance.now()`) after which there must have been one
 */
export function retryingClient(server: string, record: ChaosRecord, until: number): Carrier {
  return async ({ method, path, headers, body }) => {
    for (; performance.now() < until; await pause(PAUSE_MS)) {
      const answer = await once(new URL(path, server), { method, headers, ...(body && { body: body() }) });
      if (typeof answer !== 'string' && !isOpen(answer)) return answer;
      record.count(
        'repeats',
        typeof answer === 'string' ? answer : `${answer.status} ${answer.body?.code ?? ''}`.trim(),
      );
      if (typeof answer !== 'string' && answer.status === 500)
        record.count('surprises', `500 ${method} ${shape(path)}`);
    }
    throw new NeverAnswered(`${method} ${path} was not answered`);
  };
}

const shape = (path: string): string => path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '{id}').replace(/\?.*/, '');

/** The answer, or why there is none. */
async function once(url: URL, request: RequestInit): Promise<ScenarioAnswer | string> {
  try {
    const response = await fetch(url, { ...request, signal: AbortSignal.timeout(ATTEMPT_MS) });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      etag: response.headers.get('etag') ?? '',
      body: isJson && bytes.length > 0 ? JSON.parse(Buffer.from(bytes).toString('utf8')) : undefined,
      bytes,
    };
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } };
    return name === 'TimeoutError' ? 'no answer in time' : (cause?.code ?? 'connection lost');
  }
}
