export { reporting } from './reporting.definition.js';
