// Prints how many tests passed and failed: count-tests.mjs <vitest's JSON report, or node's JUnit report>.
// A test file that could not be loaded has no tests of its own and counts as one that failed.
import { readFileSync } from 'node:fs';

const [file] = process.argv.slice(2);
const report = readFileSync(file, 'utf8');

const countVitest = ({ numPassedTests, numFailedTests, testResults }) => {
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return [numPassedTests, numFailedTests + broken.length];
};
const countJunit = (xml) => {
  const cases = xml.match(/<testcase\b[^>]*?(\/>|>[\s\S]*?<\/testcase>)/g) ?? [];
  const failed = cases.filter((test) => /<(failure|error)\b/.test(test));
  const skipped = cases.filter((test) => /<skipped\b/.test(test));
  return [cases.length - failed.length - skipped.length, failed.length];
};

const [passed, failed] = report.trimStart().startsWith('{') ? countVitest(JSON.parse(report)) : countJunit(report);
console.log(passed, failed);
