import type { PortalProgress, PortalRecord } from './portal-record.js';

const texts = new WeakMap<PortalRecord | PortalProgress, string>();

/** A record or a line as JSON: it is compared, sent and kept, and written once. */
export function written(record: PortalRecord | PortalProgress): string {
  const known = texts.get(record);
  if (known !== undefined) return known;
  const text = JSON.stringify(record);
  texts.set(record, text);
  return text;
}
