export * from './portal-dossier-received.v1.js';
export * from './portal-lists-read.v1.js';
export * from './portal-payment-received.v1.js';
export * from './portal-procedure-changed.v1.js';
export * from './portal-supplement-received.v1.js';
export * from './portal-withdrawal-received.v1.js';
