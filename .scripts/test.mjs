// `npm test [FILE…]`: builds when stale, runs every test that this machine allows, names what was skipped and why, and
// closes with one plain line. With REQUIRE_ALL=1 (CI) a skip is a failure.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from './build.mjs';

const root = join(import.meta.dirname, '..');
const report = join(root, 'node_modules', '.cache', 'test-report.json');

await buildAll({ ifStale: true });
mkdirSync(join(root, 'node_modules', '.cache'), { recursive: true });
rmSync(report, { force: true });
const run = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);
if (!existsSync(report)) {
  console.error('the test runner ended without a report');
  process.exit(run.status || 1);
}
const result = JSON.parse(readFileSync(report, 'utf8'));
const skipped = result.testResults
  .flatMap((file) => file.assertionResults)
  .filter((test) => test.status === 'skipped' || test.status === 'pending' || test.status === 'todo');
for (const test of skipped) console.log(`skipped: ${test.fullName}`);
const passed = result.numPassedTests;
const brokenFiles = result.testResults.filter(
  (file) => file.status === 'failed' && file.assertionResults.length === 0,
).length;
const failed = result.numFailedTests + brokenFiles;
const forbidden = process.env.REQUIRE_ALL === '1' ? skipped.length : 0;
if (forbidden > 0) console.log(`${forbidden} skipped where skipping is forbidden`);
const tail = skipped.length > 0 && forbidden === 0 ? `, ${skipped.length} skipped` : '';
console.log(`${passed} passed, ${failed + forbidden} failed${tail}`);
process.exitCode = failed + forbidden > 0 || passed === 0 || (run.status ?? 1) !== 0 ? 1 : 0;
