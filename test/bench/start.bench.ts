import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import {
  deskVariables,
  electronProgram,
  missingElectron,
  openScreen,
  type Screen,
  stageDesk,
} from '../support/electron-app.ts';

const because = missingElectron === '' ? '' : ` (${missingElectron})`;
const rounds = Number(process.env['ROUNDS'] ?? 15);
const target = 2;

/** Milestones of a start in the order they are passed. */
const milestones = ['program', 'ready', 'window', 'document', 'paint'] as const;
/** Milliseconds from the start of the process to each milestone. */
type Start = Readonly<Record<(typeof milestones)[number], number>>;

/**
 * Loaded into the main process before the application, the same in both: says when each milestone was passed, in
 * milliseconds since 1970. The paint is the one the page itself reports.
 */
const probe = `
const { app } = require('electron');
const say = (name, time) => process.stdout.write('\\n@' + JSON.stringify([name, time]) + '\\n');
const clock = () => performance.timeOrigin + performance.now();
say('program', clock());
app.once('ready', () => say('ready', clock()));
app.once('browser-window-created', (_event, window) => {
  say('window', clock());
  window.webContents.once('dom-ready', () => {
    say('document', clock());
    window.webContents.executeJavaScript(\`new Promise((resolve) => {
      new PerformanceObserver((list) => {
        const [entry] = list.getEntriesByName('first-contentful-paint');
        if (entry !== undefined) resolve(performance.timeOrigin + entry.startTime);
      }).observe({ type: 'paint', buffered: true });
    })\`).then((time) => say('paint', time));
  });
});
`;

/** One window with one character in it, for a page without any content reports no paint. */
const emptyWindow = {
  'package.json': '{ "name": "empty-window", "main": "main.js" }',
  'main.js': `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow().loadFile('index.html'));
`,
  'index.html': '<!doctype html><title>empty</title><p>.</p>\n',
} as const;

/** Starts an application, waits for its first paint and ends it. */
async function measure(app: string, probePath: string, data: string, screen: Screen): Promise<Start> {
  if (electronProgram === undefined) throw new Error(missingElectron);
  const began = performance.timeOrigin + performance.now();
  const child = spawn(electronProgram, ['-r', probePath, '--disable-gpu', app], {
    env: deskVariables(data, screen),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  const passed = new Map<string, number>();
  for await (const line of createInterface(child.stdout)) {
    if (!line.startsWith('@')) continue;
    // The probe above writes them so.
    const [name, time] = JSON.parse(line.slice(1)) as [string, number];
    passed.set(name, time - began);
    if (name === 'paint') break;
  }
  child.kill('SIGTERM');
  await ended;
  const at = (name: string): number => passed.get(name) ?? NaN;
  return {
    program: at('program'),
    ready: at('ready'),
    window: at('window'),
    document: at('document'),
    paint: at('paint'),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low = NaN, high = NaN] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}

it.skipIf(missingElectron !== '')(`starts, beside an empty window of the same Electron${because}`, async () => {
  const stage = stageDesk();
  const screen = await openScreen();
  try {
    const empty = join(stage.app, '..', 'empty');
    mkdirSync(empty);
    for (const [name, text] of Object.entries(emptyWindow)) writeFileSync(join(empty, name), text);
    const probePath = join(empty, 'probe.cjs');
    writeFileSync(probePath, probe);
    const apps = { desk: stage.app, empty } as const;
    const starts: Record<keyof typeof apps, Start[]> = { desk: [], empty: [] };
    // The first round fills the disk's caches and makes the data folders; it does not count.
    for (let round = 0; round <= rounds; round += 1) {
      for (const name of round % 2 === 0 ? (['desk', 'empty'] as const) : (['empty', 'desk'] as const)) {
        const start = await measure(apps[name], probePath, `${stage.data}-${name}`, screen);
        if (round > 0) starts[name].push(start);
      }
    }
    console.log(`start to first contentful paint, median of ${rounds} starts each, interleaved, milliseconds`);
    console.log(`${'milestone'.padEnd(12)}${'desk'.padStart(8)}${'empty'.padStart(8)}${'ratio'.padStart(8)}`);
    for (const milestone of milestones) {
      const [desk, base] = [starts.desk, starts.empty].map((list) => median(list.map((start) => start[milestone])));
      const row = [desk?.toFixed(0), base?.toFixed(0), ((desk ?? NaN) / (base ?? NaN)).toFixed(2)];
      console.log(milestone.padEnd(12) + row.map((cell) => (cell ?? '').padStart(8)).join(''));
    }
    for (const name of ['desk', 'empty'] as const) {
      const paints = starts[name].map((start) => start.paint).toSorted((one, other) => one - other);
      console.log(`${name}: ${paints.map((time) => time.toFixed(0)).join(' ')}`);
    }
    const ratio = median(starts.desk.map((start) => start.paint)) / median(starts.empty.map((start) => start.paint));
    console.log(`ratio ${ratio.toFixed(2)}, target ${target.toFixed(1)}: ${ratio <= target ? 'reached' : 'missed'}`);
    expect(Number.isFinite(ratio)).toBe(true);
  } finally {
    screen.close();
    stage.remove();
  }
});
