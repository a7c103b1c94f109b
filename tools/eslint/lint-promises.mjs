// What `no-promise-expected` finds in texts: [text] as JSON on stdin, the findings of each on stdout. The rule needs types,
// so that each text belongs to a program of its own.
import { json } from 'node:stream/consumers';
import { Linter } from 'eslint';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import noPromiseExpected from './no-promise-expected.mjs';

const DECLARED = 'declare const expect: (value: unknown) => any;\nexport {};\n';

/** A program of one text, with the library of the language and no other file. */
function programOf(text) {
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, lib: ['lib.es2022.d.ts'], types: [] };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, version, ...rest) =>
    name === 'planted.ts' ? ts.createSourceFile(name, text, version, true) : getSourceFile(name, version, ...rest);
  return ts.createProgram(['planted.ts'], options, host);
}

const linter = new Linter();
const answers = (await json(process.stdin)).map((text) => {
  const whole = DECLARED + text;
  return linter
    .verify(
      whole,
      {
        files: ['**/*.ts'],
        plugins: { motcua: { rules: { 'no-promise-expected': noPromiseExpected } } },
        languageOptions: { parser: tseslint.parser, parserOptions: { programs: [programOf(whole)] } },
        rules: { 'motcua/no-promise-expected': 'error' },
      },
      'planted.ts',
    )
    .map(({ ruleId, message }) => ({ ruleId, message }));
});
process.stdout.write(JSON.stringify(answers));
