export * from './cannot-start.js';
export * from './start-standalone.js';
