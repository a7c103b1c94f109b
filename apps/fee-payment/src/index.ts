export { payment } from './payment.definition.js';
