export * from './job-schema.js';
export * from './jobs.js';
export * from './run-sweep.js';
export * from './sweep.js';
export * from './sweep-alarm.js';
export * from './sweep-counters.js';
