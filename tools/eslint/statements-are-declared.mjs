/** At the top of a file a function of statements is declared; an arrow is one short expression, or has its type from elsewhere. */
export default {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { declare: 'A function of statements is declared: `function {{name}}(…) { … }`.' },
  },
  create(context) {
    const check = ({ id, init }) => {
      if (init?.type === 'ArrowFunctionExpression' && init.body.type === 'BlockStatement' && !id.typeAnnotation)
        context.report({ node: id, messageId: 'declare', data: { name: id.name } });
    };
    return {
      'Program > VariableDeclaration > VariableDeclarator': check,
      'Program > ExportNamedDeclaration > VariableDeclaration > VariableDeclarator': check,
    };
  },
};
