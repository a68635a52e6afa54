// `npm run check`: format, lint, types, arrows and unused code, two at a time; everything is reported before it fails.
import { spawn } from 'node:child_process';

const steps = [
  ['lint', ['eslint', '--max-warnings=0', '--cache', '--cache-location', 'node_modules/.cache/eslint/', '.']],
  ['types', ['tsc', '-b']],
  ['format', ['prettier', '--check', '--log-level', 'warn', '--cache', '.']],
  ['arrows', ['depcruise', '--config', '.dependency-cruiser.cjs', 'electron', 'renderer', 'shared', 'test']],
  ['unused', ['knip', '--no-progress']],
];

function run([name, [tool, ...args]]) {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn('npx', ['--no-install', tool, ...args], { shell: process.platform === 'win32' });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => {
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
      if (code !== 0) console.log(output.trimEnd());
      resolve(code === 0);
    });
  });
}

const queue = [...steps];
const results = [];
async function work() {
  for (let step = queue.shift(); step; step = queue.shift()) results.push(await run(step));
}
await Promise.all([work(), work()]);
process.exitCode = results.every(Boolean) ? 0 : 1;
