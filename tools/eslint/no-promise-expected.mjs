/** Flags `expect(promise)` without `await`, `.resolves` or `.rejects`: every promise is defined, truthy and an object. */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      promise: 'This expects something of a promise, not of what it brings: await it, or say resolves or rejects.',
    },
  },
  create: (context) => {
    const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices;
    if (!program) return {};
    const checker = program.getTypeChecker();
    return {
      'CallExpression[callee.name="expect"][arguments.length=1]': (node) => {
        const { parent } = node;
        if (parent.type === 'MemberExpression' && /^(resolves|rejects)$/.test(parent.property.name)) return;
        const type = checker.getTypeAtLocation(esTreeNodeToTSNodeMap.get(node.arguments[0]));
        const then = type.getProperty('then');
        if (then && checker.getTypeOfSymbol(then).getCallSignatures().length > 0)
          context.report({ node, messageId: 'promise' });
      },
    };
  },
};
