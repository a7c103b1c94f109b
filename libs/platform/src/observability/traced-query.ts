import { SpanKind } from '@opentelemetry/api';
import { ATTR_DB_QUERY_TEXT, ATTR_DB_SYSTEM_NAME } from '@opentelemetry/semantic-conventions';
import type { Tracing } from './tracing.js';

const shortly = (sql: string): string => sql.replace(/\s+/g, ' ').trim();

/** Runs a statement as a span: its text with placeholders, never its values. */
export function tracedQuery<Result>(tracing: Tracing, sql: string, run: () => Promise<Result>): Promise<Result> {
  if (!tracing.on) return run();
  const text = shortly(sql);
  const attributes = { [ATTR_DB_SYSTEM_NAME]: 'postgresql', [ATTR_DB_QUERY_TEXT]: text.slice(0, 2_000) };
  return tracing.span(text.split(' ', 1)[0] ?? 'SQL', { kind: SpanKind.CLIENT, attributes }, run);
}
