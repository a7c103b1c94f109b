import { type Fault, pointerSegment } from '@motcua/kernel';
import { Injectable } from '@nestjs/common';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { AnnouncedVersion } from './procedures.js';
import { sayInVietnamese } from './form-fault-texts.js';

/** The field at fault: for one that is missing or not known, that field itself and not the object around it. */
function pointerOf({ instancePath, params }: ErrorObject): string {
  const { missingProperty, additionalProperty, unevaluatedProperty } = params as Record<string, string | undefined>;
  const field = missingProperty ?? additionalProperty ?? unevaluatedProperty;
  return `/formData${instancePath}${field === undefined ? '' : `/${pointerSegment(field)}`}`;
}

const codeOf = (keyword: string): string =>
  `FORM.${keyword.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

/** Checks form data by the procedure's JSON Schema (2020-12), every fault at once with its pointer under `/formData`. */
@Injectable()
export class FormChecker {
  private readonly compiled = new WeakMap<object, ValidateFunction>();

  check(version: AnnouncedVersion, formData: object): Fault[] {
    const validate = this.validatorOf(version.formSchema);
    if (validate(formData)) return [];
    return (validate.errors ?? []).map((error) => ({
      pointer: pointerOf(error),
      code: codeOf(error.keyword),
      detail: { vi: sayInVietnamese(error), en: `It ${error.message ?? 'is not valid'}.` },
    }));
  }

  private validatorOf(schema: object): ValidateFunction {
    const known = this.compiled.get(schema);
    if (known) return known;
    // A checker for each schema: two procedures may use the same $id.
    const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: true });
    (formats as unknown as (ajv: Ajv2020) => void)(ajv);
    const validate = ajv.compile(schema);
    this.compiled.set(schema, validate);
    return validate;
  }
}
