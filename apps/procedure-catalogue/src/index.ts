export { catalogue } from './catalogue.definition.js';
