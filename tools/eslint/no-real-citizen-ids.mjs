import { realCitizenIds } from './citizen-ids.mjs';

/** Flags a 12-digit number that could be a living person's citizen id, in code or comment. */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: { real: '{{id}} may be a real citizen id. Use a fictional one: tools/eslint/citizen-ids.mjs.' },
  },
  create: (context) => ({
    Program: (node) => {
      for (const id of realCitizenIds(context.sourceCode.text))
        context.report({ node, messageId: 'real', data: { id } });
    },
  }),
};
