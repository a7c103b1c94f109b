/**
 * What a process needs that is no service of its own, such as the gateway: settings, log lines, problems, trace context.
 * No database, no events, no Nest: such a process is small, and starts at once.
 */
export * from './config/env.decorator.js';
export * from './config/load-config.js';
export * from './config/trusted-proxies.rule.js';
export * from './observability/language.js';
export * from './http/platform-problems.js';
export * from './http/problem.js';
export * from './observability/logger.js';
export * from './observability/request-context.js';
export * from './observability/request-hooks.js';
export * from './refusals/platform-code.js';
