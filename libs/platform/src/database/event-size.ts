import { Refusal } from '@motcua/kernel';
import type { PlatformCode } from '../refusals/platform-code.js';

/** What every broker takes, with room for headers and for the blanks that PostgreSQL adds (`topic-plan.ts`). */
const MOST_BYTES = 900_000;

/**
 * An event that no broker would take is refused with the command that leads to it, before anything is committed.
 * @param written JSON of all of them @throws Refusal REQUEST.TOO_LARGE
 */
export function assertSendable(
  events: readonly { readonly type: string; readonly data: object }[],
  written: string,
): void {
  if (Buffer.byteLength(written) <= MOST_BYTES) return;
  for (const { type, data } of events) {
    const bytes = Buffer.byteLength(JSON.stringify(data));
    if (bytes > MOST_BYTES)
      throw new Refusal<PlatformCode>('REQUEST.TOO_LARGE', { event: type, bytes, maxBytes: MOST_BYTES }, [], {
        vi: `Nội dung gửi cho các dịch vụ khác vượt quá ${MOST_BYTES / 1000} kB. Đề nghị rút gọn nội dung.`,
        en: `The event for other services is larger than ${MOST_BYTES / 1000} kB. Shorten the content.`,
      });
  }
}
