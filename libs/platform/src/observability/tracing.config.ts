import { IsNumber, IsOptional, IsUrl, Max, Min } from 'class-validator';
import { Env } from '../config/env.decorator.js';

/** Where traces go, by the names that OpenTelemetry gave these settings. */
export class TracingConfig {
  @Env('OTEL_EXPORTER_OTLP_ENDPOINT', 'OTLP collector (HTTP) that receives the traces; without it, tracing is off')
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_tld: false })
  readonly otlpEndpoint?: string;

  @Env(
    'OTEL_TRACES_SAMPLER_ARG',
    'share of the traces begun here that is recorded, from 0 to 1; for a trace begun elsewhere, the caller decides',
  )
  @IsNumber()
  @Min(0)
  @Max(1)
  readonly sampledShare: number = 1;
}
