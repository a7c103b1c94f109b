export * from './due-nothing-more.js';
export * from './fee-assessed.v1.js';
export * from './payment-break-found.v1.js';
export * from './payment-part-received.v1.js';
export * from './payment-received.v1.js';
export * from './receipt-issued.v1.js';
export * from './refund-listed.v1.js';
export * from './refund-moved.v1.js';
