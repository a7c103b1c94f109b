import { Flag, Nested, Text, Whole } from '@motcua/platform';
import { checkStepTerms, type ProcessDefinition } from '@motcua/processing-domain';
import { DefineProcessRequest } from './define-process.request.js';
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
}

/** `procedure` and `version` are those asked for: the built-in steps stand in for any. */
export const processDefinitionView = (
  definition: ProcessDefinition,
  { procedure, version }: Pick<ProcessDefinition, 'procedure' | 'version'>,
  promisedMinutes: number | null,
): object => {
  const { name, steps, revision } = definition;
  const termCheck = checkStepTerms(definition, promisedMinutes);
  const builtIn = revision === undefined;
  const inheritedFrom = builtIn || definition.version === version ? null : definition.version;
  return { name, steps, procedure, version, builtIn, inheritedFrom, termCheck };
};
