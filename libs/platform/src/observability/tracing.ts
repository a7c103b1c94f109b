import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  type SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Tracer,
} from '@opentelemetry/api';
import type { BasicTracerProvider } from '@opentelemetry/sdk-trace-base';
import { childTraceparent, currentContext, hasContext, runInContext } from './request-context.js';
import type { TracingConfig } from './tracing.config.js';

export interface SpanOptions {
  readonly kind: SpanKind;
  /** Routes, statements and types; never values of a statement, nor anything of a person. */
  readonly attributes?: Attributes;
  /** W3C trace context of what led to this; that of the work in progress when absent. */
  readonly parent?: string | undefined;
}

/** A piece of work that has begun; `traceparent` is what it hands on. */
export interface OpenSpan {
  readonly traceparent: string;
  end(more?: { readonly attributes?: Attributes; readonly failed?: boolean }): void;
}

function parse(traceparent: string): SpanContext | undefined {
  const [, traceId, spanId, flags] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent) ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
}

const format = ({ traceId, spanId, traceFlags }: SpanContext): string =>
  `00-${traceId}-${spanId}-${(traceFlags & TraceFlags.SAMPLED) === 0 ? '00' : '01'}`;

function contextOf(traceparent: string | undefined): Context {
  const parent = traceparent === undefined ? undefined : parse(traceparent);
  return parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
}

function finish(span: Span, failed: boolean): void {
  if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

/**
 * Spans of one service, sent by OTLP. The trace context itself is ours (`RequestContext`), so that it travels through
 * outbox and broker whether or not anybody collects spans; without a collector this costs nothing but the context.
 */
export class Tracing {
  private constructor(
    private readonly tracer: Tracer | undefined,
    private readonly provider: BasicTracerProvider | undefined,
  ) {}

  static readonly OFF = new Tracing(undefined, undefined);

  static async to({ otlpEndpoint, sampledShare }: TracingConfig, service: string): Promise<Tracing> {
    if (otlpEndpoint === undefined) return Tracing.OFF;
    // Some 200 files, which a start without a collector need not read.
    const { otlpProvider } = await import('./otlp-provider.js');
    const provider = otlpProvider({ endpoint: otlpEndpoint, sampledShare, service });
    return new Tracing(provider.getTracer('motcua'), provider);
  }

  /** Begins a span that somebody ends; `span` is the better one wherever the work is a function. */
  open(name: string, { kind, attributes, parent }: SpanOptions): OpenSpan {
    if (!this.tracer) return { traceparent: childTraceparent(parent), end: () => undefined };
    const span = this.tracer.startSpan(name, { kind, ...(attributes && { attributes }) }, contextOf(parent));
    return {
      traceparent: format(span.spanContext()),
      end: ({ attributes: more, failed = false } = {}) => {
        if (more) span.setAttributes(more);
        finish(span, failed);
      },
    };
  }

  /** Does the work as a span of the trace in progress. What no trace asked for (a poll) is no span. */
  async span<Result>(name: string, options: SpanOptions, work: () => Promise<Result>): Promise<Result> {
    if (!this.tracer || (options.parent === undefined && !hasContext())) return work();
    const context = currentContext();
    const span = this.open(name, { ...options, parent: options.parent ?? context.traceparent });
    try {
      const result = await runInContext({ ...context, traceparent: span.traceparent }, work);
      span.end();
      return result;
    } catch (error) {
      span.end({ failed: true, attributes: { 'error.type': error instanceof Error ? error.name : 'unknown' } });
      throw error;
    }
  }

  /** True where spans are collected: for what would otherwise be worked out in vain. */
  get on(): boolean {
    return this.tracer !== undefined;
  }

  /** Sends what was not sent. A collector that is away keeps nobody from stopping. */
  async stop(): Promise<void> {
    await this.provider?.shutdown().catch(() => undefined);
  }
}
