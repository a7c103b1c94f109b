import type { Fault } from '@motcua/kernel';
import type { VersionDefinition } from '../procedure/version-definition.js';
import type { TariffLine } from './tariff.js';

interface FormSchema {
  readonly required?: unknown;
  readonly properties?: unknown;
}

/**
 * Lines of a tariff that are measured by what a form need not say, or not as a number: nobody could assess them. A line that
 * is over is nobody's any more. @rule R16
 */
export function unmeasured(
  { formSchema, variants }: Pick<VersionDefinition, 'formSchema' | 'variants'>,
  lines: readonly TariffLine[],
  from: string,
): Fault[] {
  return lines.flatMap(({ measure = null, variant, validTo }, at): Fault[] => {
    const concerns = variant === null || variants.some(({ code }) => code === variant);
    if (measure === null || !concerns || (validTo !== null && validTo <= from)) return [];
    if (isRequiredNumber(formSchema, measure.field)) return [];
    return [
      {
        pointer: `/lines/${at}/measure/field`,
        code: 'NOT_A_REQUIRED_NUMBER',
        detail: {
          vi: `Biểu mẫu không có trường số bắt buộc ${measure.field}.`,
          en: `The form has no required number ${measure.field}.`,
        },
      },
    ];
  });
}

function isRequiredNumber({ required, properties }: FormSchema, field: string): boolean {
  if (!Array.isArray(required) || !required.includes(field)) return false;
  const described = new Map(Object.entries(properties ?? {})).get(field) as { readonly type?: unknown } | undefined;
  return described?.type === 'number' || described?.type === 'integer';
}
