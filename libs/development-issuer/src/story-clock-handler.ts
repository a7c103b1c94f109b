import { text } from 'node:stream/consumers';
import type { Handler, StoryClock } from '@motcua/platform';
import { withOffset } from '@motcua/kernel';

/**
 * `/development/v1/clock`: what the legal clock says, and `POST {"now": "…"}` to move it forward. For stories and
 * demonstrations on one machine; this handler is not mounted in production.
 * @param moved called after each move, so that what has come due is found now and not a minute later
 */
export const storyClockHandler =
  (clock: StoryClock, moved: () => void): Handler =>
  (request, response) => {
    const answer = (status: number, body: object): void =>
      void response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
    if (request.method !== 'POST') return answer(200, { now: withOffset(clock.now()) });
    void text(request).then((body) => {
      try {
        clock.moveTo(Temporal.Instant.from((JSON.parse(body) as { now: string }).now));
        moved();
        answer(200, { now: withOffset(clock.now()) });
      } catch (error) {
        answer(422, {
          code: 'CLOCK.NOT_MOVED',
          detail: error instanceof Error ? error.message : String(error),
          now: withOffset(clock.now()),
        });
      }
    });
  };
