import { Text } from '@motcua/platform';

export class InAppTextFields {
  @Text({ max: 300, description: 'One line; Handlebars: {{variable}}, {{#if}}, {{#unless}}, {{#each}}, {{else}}' })
  readonly title!: string;

  @Text({ max: 10_000, description: 'Plain text in paragraphs; the same expressions' })
  readonly body!: string;
}
