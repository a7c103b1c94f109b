/** A statement with more values than that is counted by eye, and a value in the wrong place is found by nobody. */
const MOST = 3;
const PLACE = /\$(\d+)/g;
const STATEMENT = /\b(?:SELECT|INSERT|UPDATE|DELETE|VALUES|WHERE|AND|LIMIT|SET)\b/;

/** SQL whose values are numbered by hand, `$4` and beyond: the `sql` template puts each where it is used. */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: { counted: 'More than three values counted by hand: the template `sql` counts them.' },
  },
  create(context) {
    const check = (node, text) => {
      if (!STATEMENT.test(text)) return;
      if ([...text.matchAll(PLACE)].some(([, number]) => Number(number) > MOST))
        context.report({ node, messageId: 'counted' });
    };
    return {
      Literal: (node) => typeof node.value === 'string' && check(node, node.value),
      TemplateElement: (node) => check(node.parent, node.value.raw),
    };
  },
};
