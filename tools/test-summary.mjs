// Prints `N passed, N failed` from the result that Jest wrote (--json --outputFile). Exit code 1 unless every test ran
// and passed: a suite that could not be loaded counts as one failure, and so does each test that was left out.
import { readFileSync } from 'node:fs';

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numRuntimeErrorTestSuites: 1 }; // Jest died before it could write
  }
}

const result = read(process.argv[2]);
const passed = result.numPassedTests ?? 0;
const notRun = (result.numPendingTests ?? 0) + (result.numTodoTests ?? 0);
const failed = (result.numFailedTests ?? 0) + (result.numRuntimeErrorTestSuites ?? 0) + notRun;

if (notRun > 0) console.error(`${notRun} tests were left out; each counts as failed.`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
