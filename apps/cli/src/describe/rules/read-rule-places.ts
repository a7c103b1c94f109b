import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** A declaration that decides a rule, by the tag `@rule` in its docstring. */
export interface DecidingPlace {
  readonly rule: string;
  readonly file: string;
  /** Of a member of a class: `Class.member`. */
  readonly name: string;
  /** The first sentence of its docstring. */
  readonly says: string;
}

/** Data of a seed that a rule is decided by: a row of its README whose words name the rule. */
interface SeededPlace {
  readonly rule: string;
  readonly file: string;
  /** What the data are. */
  readonly says: string;
}

export interface RulePlaces {
  readonly decided: readonly DecidingPlace[];
  readonly seeded: readonly SeededPlace[];
  /** Spec files whose titles name a rule, by rule. */
  readonly tried: ReadonlyMap<string, readonly string[]>;
}

const RULE = /\bR(?:[1-9]\d?)\b/g;
const isSpec = (file: string): boolean => file.endsWith('.spec.ts');

const parse = (file: string, text: string): ts.SourceFile =>
  ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);

function nameOf(node: ts.Node): string {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations[0]?.name.getText() ?? '';
  const own = (node as { name?: ts.Node }).name?.getText() ?? '';
  return ts.isClassLike(node.parent) ? `${node.parent.name?.text ?? ''}.${own}` : own;
}

const firstSentence = (text: string): string => /^.*?[.;:](?=\s|$)/s.exec(text)?.[0].replace(/[;:]$/, '.') ?? text;

function decidedIn(file: string, text: string): DecidingPlace[] {
  const places: DecidingPlace[] = [];
  const visit = (node: ts.Node): void => {
    for (const doc of ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc)) {
      if (doc.parent !== node) continue;
      const rules = (doc.tags ?? []).filter(({ tagName }) => tagName.text === 'rule');
      const says = firstSentence((ts.getTextOfJSDocComment(doc.comment) ?? '').replace(/\s+/g, ' ').trim());
      for (const tag of rules)
        for (const rule of (ts.getTextOfJSDocComment(tag.comment) ?? '').match(RULE) ?? [])
          places.push({ rule, file, name: nameOf(node), says });
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file, text));
  return places;
}

function triedIn(file: string, text: string): Set<string> {
  const rules = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(describe|it|test)\b/.test(node.expression.getText()))
      for (const rule of node.arguments[0]?.getText().match(RULE) ?? []) rules.add(rule);
    ts.forEachChild(node, visit);
  };
  visit(parse(file, text));
  return rules;
}

const SEED_ROW = /^\| `(?<file>[^`]+)`\s*\| (?<says>.*?)\s*\|$/gm;

const seededBy = (readme: string, text: string): SeededPlace[] =>
  [...text.matchAll(SEED_ROW)].flatMap(({ groups: { file = '', says = '' } = {} }) =>
    (says.match(RULE) ?? []).map((rule) => ({
      rule,
      file: `${dirname(readme)}/${file.replace(/\*.*$/, '')}`,
      says: `${says.replaceAll(/ \((?:R\d+(?:, )?)+\)$/g, '')}.`,
    })),
  );

/** Reads the tags of all sources, the tables of the seeds and the titles of all specs below `root`. */
export function readRulePlaces(root: string): RulePlaces {
  const decided: DecidingPlace[] = [];
  const tried = new Map<string, string[]>();
  for (const file of globSync('{apps,libs,tools}/**/src/**/*.ts', {
    cwd: root,
    exclude: ['**/node_modules', '**/dist'],
  }).sort()) {
    const text = readFileSync(join(root, file), 'utf8');
    if (isSpec(file)) {
      if (RULE.test(text)) for (const rule of triedIn(file, text)) tried.set(rule, [...(tried.get(rule) ?? []), file]);
    } else if (text.includes('@rule')) decided.push(...decidedIn(file, text));
    RULE.lastIndex = 0;
  }
  const seeded = globSync('apps/*/seed/README.md', { cwd: root }).flatMap((readme) =>
    seededBy(readme, readFileSync(join(root, readme), 'utf8')),
  );
  return { decided, seeded, tried };
}
