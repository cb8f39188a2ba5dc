// Adds up the reports of all test projects: names what failed, and ends with the one line that counts.
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';

const [logs, broken, wanted] = process.argv.slice(2);
const inCi = process.env.CI === 'true';
let passed = 0, failed = 0, skipped = 0, trouble = broken === '1';

// A test that lacks a tool skips on a desk, with a reason that says so; where tests decide, it must run.
const lacksTool = (test) => inCi && /\bneeds\b/i.test(test.message ?? '');

function complain(project, text) {
  trouble = true;
  console.log(`${project}: ${text}; its output: ${join(logs, project + '.log')}`);
}

function count(project) {
  const code = Number(readFileSync(join(logs, project + '.exit'), 'utf8'));
  const report = join(logs, project + '.json');
  if (!existsSync(report)) {
    const silent = join(logs, project + '.silent');
    complain(project, existsSync(silent)
      ? `was ended because no test had ended for ${readFileSync(silent, 'utf8').trim()} minutes`
      : `could not run (exit code ${code})`);
    return;
  }

  const before = failed;
  const { summary, tests } = JSON.parse(readFileSync(report, 'utf8')).results;
  for (const test of tests) {
    if (test.status === 'failed' || test.status === 'other' || (test.status === 'skipped' && lacksTool(test))) {
      failed++;
      console.log(`FAILED ${test.name}\n  ${(test.message ?? '').split('\n').slice(0, 6).join('\n  ')}`);
    } else if (test.status === 'passed') {
      passed++;
    } else {
      skipped++;
      console.log(`skipped ${test.name}: ${test.message ?? 'no reason given'}`);
    }
  }

  // A class is looked for by its name in the source, so a project may be asked for one that holds no test.
  if (summary.tests === 0) wanted || complain(project, 'ran no test');
  else if (code !== 0 && failed === before) complain(project, `ended with exit code ${code}`);
}

const projects = readdirSync(logs).filter((file) => file.endsWith('.exit')).map((file) => file.slice(0, -5)).sort();

for (const project of projects) count(project);
if (passed + failed + skipped === 0) {
  trouble = true;
  console.log(wanted ? `No class '${wanted}' holds a test.` : 'No test ran.');
}

// What failed outside a test must not hide behind passing ones.
if (trouble && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 ? 1 : 0;
