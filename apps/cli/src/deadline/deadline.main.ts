import { type Language, LANGUAGES } from '@motcua/kernel';
import { answerDeadline } from './answer-deadline.js';
import { readOptions, USAGE } from './options.js';
import { sayFailure } from './say-failure.js';

const args = process.argv.slice(2);
const language: Language =
  LANGUAGES.find((known) => args.includes(`--language=${known}`) || args.includes(known)) ?? 'vi';
try {
  const options = readOptions(args);
  if (options) process.stdout.write(answerDeadline(options));
  else {
    const help = args.includes('--help') || args.includes('-h');
    (help ? process.stdout : process.stderr).write(USAGE);
    process.exitCode = help ? 0 : 2;
  }
} catch (error) {
  process.stderr.write(`${sayFailure(error, language)}\n\n${USAGE}`);
  process.exitCode = 2;
}
