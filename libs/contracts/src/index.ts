export * from './all-contracts.js';
export * from './catalogue/index.js';
export * from './intake/index.js';
export * from './json-schema.js';
export * from './payment/index.js';
export * from './sample-of.js';
export * from './shared/index.js';
export * from './workflow/index.js';
