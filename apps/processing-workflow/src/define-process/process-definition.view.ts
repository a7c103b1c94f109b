import { Flag, Text, Whole } from '@motcua/platform';
import { DefineProcessRequest } from './define-process.request.js';

/** The steps that a case of this version follows. */
export class ProcessDefinitionView extends DefineProcessRequest {
  @Text({ description: 'Procedure code' }) readonly procedure!: string;
  @Whole({ min: 1, description: 'Version of the procedure' }) readonly version!: number;
  @Flag({ description: 'Nobody has defined this version: the built-in steps apply' }) readonly builtIn!: boolean;
}
