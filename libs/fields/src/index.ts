export { type Class, type FieldDescription, fieldsOf, type Named } from './field-description.js';
export type { FieldOptions } from './field.js';
export * from './instant-text.js';
export * from './numbers.js';
export * from './objects.js';
export * from './texts.js';
export * from './times.js';
