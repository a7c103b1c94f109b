import type { Fault, Localized } from '@motcua/kernel';
import Handlebars from 'handlebars';
import { ITEM_VARIABLES, type VariableName, VARIABLES } from '../message-kinds/variables.js';

interface Scope {
  /** True: a list, for `each` only. */
  readonly names: ReadonlyMap<string, boolean>;
  readonly outer?: Scope;
}

interface Finding {
  readonly code: string;
  readonly detail: Localized;
}

function unknown(name: string, scope: Scope): Finding {
  const known = [...scope.names.keys()].join(', ');
  return {
    code: 'VARIABLE_UNKNOWN',
    detail: {
      vi: `Mẫu này không có biến “${name}”. Các biến dùng được: ${known}.`,
      en: `Variable "${name}" does not exist here. Allowed variables: ${known}.`,
    },
  };
}

const notAllowed = (what: string): Finding => ({
  code: 'EXPRESSION_NOT_ALLOWED',
  detail: {
    vi: `Không dùng được “${what}”; chỉ dùng {{biến}}, {{#if}}, {{#unless}}, {{#each}} và {{else}}.`,
    en: `"${what}" is not allowed. Use {{variable}}, {{#if}}, {{#unless}}, {{#each}} and {{else}} only.`,
  },
});

const wrongUse = (name: string): Finding => ({
  code: 'VARIABLE_MISUSED',
  detail: {
    vi: `Chỉ dùng {{#each}} với danh sách; biến “${name}” đang được dùng không đúng cách.`,
    en: `Use {{#each}} for a list only; "${name}" is used the other way round.`,
  },
});

type Use = 'print' | 'test' | 'each';

function checkPath(expression: hbs.AST.Expression, scope: Scope, use: Use): Finding[] {
  if (expression.type !== 'PathExpression') return [notAllowed(expression.type)];
  const path = expression as hbs.AST.PathExpression;
  let at: Scope | undefined = scope;
  for (let depth = path.depth; depth > 0; depth -= 1) at = at?.outer;
  const [name] = path.parts;
  if (path.data || !at || path.parts.length !== 1 || typeof name !== 'string') return [notAllowed(path.original)];
  const isList = at.names.get(name);
  if (isList === undefined) return [unknown(path.original, at)];
  return use !== 'test' && isList !== (use === 'each') ? [wrongUse(name)] : [];
}

const plain = ({ params, hash }: { params: unknown[]; hash?: hbs.AST.Hash }, arity: number): boolean =>
  params.length === arity && (hash?.pairs ?? []).length === 0;

// Typed as always there, but absent without `as |name|`.
const named = (program: { blockParams?: string[] }): boolean => (program.blockParams?.length ?? 0) > 0;

function checkBlock(block: hbs.AST.BlockStatement, scope: Scope): Finding[] {
  const helper = block.path.original;
  const [over] = block.params;
  if (!['if', 'unless', 'each'].includes(helper) || !plain(block, 1) || !over || named(block.program))
    return [notAllowed(`{{#${helper}}}`)];
  const use = helper === 'each' ? 'each' : 'test';
  const inner: Scope =
    use === 'each' ? { names: new Map(ITEM_VARIABLES.map((name) => [name, false])), outer: scope } : scope;
  return [
    ...checkPath(over, scope, use),
    ...checkStatements(block.program.body, inner),
    ...checkStatements((block.inverse as hbs.AST.Program | undefined)?.body ?? [], scope),
  ];
}

function checkStatements(statements: readonly hbs.AST.Statement[], scope: Scope): Finding[] {
  return statements.flatMap((statement) => {
    switch (statement.type) {
      case 'ContentStatement':
      case 'CommentStatement':
        return [];
      case 'MustacheStatement': {
        const mustache = statement as hbs.AST.MustacheStatement;
        if (!plain(mustache, 0)) return [notAllowed((mustache.path as hbs.AST.PathExpression).original)];
        return checkPath(mustache.path, scope, 'print');
      }
      case 'BlockStatement':
        return checkBlock(statement as hbs.AST.BlockStatement, scope);
      default:
        return [notAllowed(statement.type)];
    }
  });
}

function syntax(error: unknown): Finding {
  const words = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  return {
    code: 'TEMPLATE_SYNTAX',
    detail: { vi: `Mẫu không đọc được: ${words}`, en: `The template cannot be read: ${words}` },
  };
}

/** All that is wrong with one text of a template that may name `names`. */
export function templateFaults(text: string, names: readonly VariableName[], pointer: string): Fault[] {
  const scope: Scope = { names: new Map(names.map((name) => [name, VARIABLES[name] === 'items'])) };
  try {
    return checkStatements(Handlebars.parse(text).body, scope).map((finding) => ({ pointer, ...finding }));
  } catch (error) {
    return [{ pointer, ...syntax(error) }];
  }
}
