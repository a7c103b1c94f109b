export * from './show-progress.js';
export * from './stop-when-told.js';
export * from './unknown-option.js';
