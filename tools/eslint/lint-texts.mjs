// Lints texts as if each stood in a file of the workspace: [{ file, text }] as JSON on stdin, the rules that each text
// breaks on stdout. For specs that plant a breach; the configuration is the one that `npm run lint` uses. Rules that
// need types are left out, because a planted file belongs to no program.
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const eslint = new ESLint({
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  overrideConfig: [{ files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked }],
});

const answers = [];
for (const { file, text } of await json(process.stdin)) {
  const results = await eslint.lintText(text, { filePath: file });
  answers.push(
    results.flatMap(({ messages }) =>
      messages.map(({ ruleId, messageId, message }) => ({ ruleId, messageId, message })),
    ),
  );
}
process.stdout.write(JSON.stringify(answers));
