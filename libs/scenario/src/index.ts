export * from './cannot-play.js';
export * from './choose-procedure.js';
export * from './dice.js';
export * from './example-of-schema.js';
export * from './participants.js';
export * from './sample-paper.js';
export * from './scenario-client.js';
export * from './scenario-procedure.js';
