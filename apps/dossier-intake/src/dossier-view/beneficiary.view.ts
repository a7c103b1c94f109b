import { JsonObject, Text } from '@motcua/platform';

/** A category of people who pay less by a law. */
export class BeneficiaryView {
  @Text() readonly code!: string;
  @Text() readonly name!: string;
  @JsonObject({ description: 'Code and name of the component that proves it' }) readonly evidence!: object;
}
