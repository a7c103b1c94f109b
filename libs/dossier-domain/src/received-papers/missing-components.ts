import { type Fault, pointerSegment } from '@motcua/kernel';
import { fault } from '../make-fault.js';
import type { Variant } from '../binding-version/procedure-version.js';

/** Codes of the required components for which nothing is attached. */
export const missingComponents = (variant: Variant, attached: readonly string[]): string[] =>
  variant.components.filter(({ code, required }) => required && !attached.includes(code)).map(({ code }) => code);

export const componentFault = (code: string): Fault =>
  fault(
    `/components/${pointerSegment(code)}`,
    'DOSSIER.COMPONENT_MISSING',
    `Thiếu thành phần hồ sơ ${code}.`,
    `The component ${code} is missing.`,
  );
