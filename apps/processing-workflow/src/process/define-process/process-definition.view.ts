import type { Language } from '@motcua/kernel';
import { Flag, ListOf, Nested, Text, Whole } from '@motcua/platform';
import { checkStepTerms, type ProcessDefinition, staffingWarnings } from '@motcua/processing-domain';
import { DefineProcessRequest } from './define-process.request.js';
import { ProcessWarningView } from './process-warning.view.js';
import type { IsStaffed } from './staffing.js';
import { TermCheckView } from './term-check.view.js';

/** The steps that a case of this version follows. */
export class ProcessDefinitionView extends DefineProcessRequest {
  @Text({ description: 'Procedure code' }) readonly procedure!: string;
  @Whole({ min: 1, description: 'Version of the procedure' }) readonly version!: number;
  @Flag({ description: 'No process is defined for this version; the built-in steps apply' }) readonly builtIn!: boolean;
  @Whole({
    min: 1,
    nullable: true,
    description: 'The earlier version whose steps apply, where this one has none of its own',
  })
  readonly inheritedFrom!: number | null;
  @Nested(() => TermCheckView) readonly termCheck!: TermCheckView;
  @ListOf(() => ProcessWarningView, { description: 'Steps at which cases would stand still, as the register is now' })
  readonly warnings!: readonly ProcessWarningView[];
}

interface CheckedBy {
  readonly promisedMinutes: number | null;
  readonly isStaffed: IsStaffed;
  readonly language: Language;
}

/** `procedure` and `version` are those asked for: the built-in steps stand in for any. */
export function processDefinitionView(
  definition: ProcessDefinition,
  { procedure, version }: Pick<ProcessDefinition, 'procedure' | 'version'>,
  { promisedMinutes, isStaffed, language }: CheckedBy,
): object {
  const { name, steps, revision } = definition;
  const termCheck = checkStepTerms(definition, promisedMinutes);
  const builtIn = revision === undefined;
  const inheritedFrom = builtIn || definition.version === version ? null : definition.version;
  const warnings = staffingWarnings(steps, isStaffed).map(({ detail, ...rest }) => ({
    ...rest,
    detail: detail[language],
  }));
  return { name, steps, procedure, version, builtIn, inheritedFrom, termCheck, warnings };
}
