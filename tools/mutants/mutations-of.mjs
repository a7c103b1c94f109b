import ts from 'typescript';

const K = ts.SyntaxKind;

/** What an operator is put in the place of. */
const OPERATORS = new Map([
  [K.LessThanToken, '<='],
  [K.LessThanEqualsToken, '<'],
  [K.GreaterThanToken, '>='],
  [K.GreaterThanEqualsToken, '>'],
  [K.EqualsEqualsEqualsToken, '!=='],
  [K.ExclamationEqualsEqualsToken, '==='],
  [K.AmpersandAmpersandToken, '||'],
  [K.BarBarToken, '&&'],
  [K.PlusToken, '-'],
  [K.MinusToken, '+'],
  [K.AsteriskToken, '/'],
]);

/** Methods that say the opposite of each other. */
const METHODS = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['add', 'subtract'],
  ['subtract', 'add'],
  ['flatMap', 'map'],
]);

const isText = (node) =>
  ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node);

/** The places of a source at which one small change makes another decision: `{ start, end, replace, what }`. */
export function mutationsOf(text) {
  const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.ESNext, true);
  const found = [];
  const change = (node, replace, what) => found.push({ start: node.getStart(), end: node.getEnd(), replace, what });
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    if (ts.isBinaryExpression(node)) {
      const { left, operatorToken: operator, right } = node;
      const other = OPERATORS.get(operator.kind);
      // Texts that are put together are no decision.
      if (other !== undefined && !isText(left) && !isText(right))
        change(operator, other, `${operator.getText()} → ${other}`);
    } else if (ts.isConditionalExpression(node)) {
      change(node.condition, `!(${node.condition.getText()})`, 'a condition the other way round');
    } else if (ts.isIfStatement(node)) {
      change(node.expression, 'false', 'an if that is never true');
      change(node.expression, 'true', 'an if that is always true');
    } else if (ts.isPrefixUnaryExpression(node) && node.operator === K.ExclamationToken) {
      change(node, node.operand.getText(), 'a negation left out');
    } else if (node.kind === K.TrueKeyword || node.kind === K.FalseKeyword) {
      change(node, node.kind === K.TrueKeyword ? 'false' : 'true', `${node.getText()} the other way round`);
    } else if (ts.isNumericLiteral(node) || ts.isBigIntLiteral(node)) {
      const one = ts.isBigIntLiteral(node) ? '1n' : '1';
      change(node, `(${node.getText()} + ${one})`, `${node.getText()} + ${one}`);
    } else if (ts.isPropertyAccessExpression(node) && ts.isCallExpression(node.parent)) {
      const other = METHODS.get(node.name.getText());
      if (other !== undefined && node.parent.expression === node)
        change(node.name, other, `${node.name.getText()} → ${other}`);
    } else if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)) {
      change(node, ';', 'a call left out');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

export const mutated = (text, { start, end, replace }) => text.slice(0, start) + replace + text.slice(end);

export const lineOf = (text, { start }) => text.slice(0, start).split('\n').length;

/** The lines of a change, before and after it, with single spaces, and cut where they are long. */
export function inLines(text, { start, end, replace }) {
  const first = text.lastIndexOf('\n', start - 1) + 1;
  const last = text.indexOf('\n', end);
  const tail = text.slice(end, last === -1 ? text.length : last);
  const plain = (line) => {
    const one = line.replaceAll(/\s+/g, ' ').trim();
    return one.length > 150 ? `${one.slice(0, 149)}…` : one;
  };
  const head = text.slice(first, start);
  return { from: plain(head + text.slice(start, end) + tail), to: plain(head + replace + tail) };
}
