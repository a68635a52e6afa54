import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../shared/check/catalogue.ts';
import type { Finding } from '../../shared/check/finding.ts';
import { runChecks } from '../../shared/check/run-checks.ts';
import { analyse } from '../../shared/document/structure/analyse.ts';
import { documentOf } from '../support/document.ts';
import { law } from '../support/law.ts';

const folder = process.env['CORPUS_DIR'] ?? '';
const missing = folder === '' ? ' (needs CORPUS_DIR)' : '';
const day = '2026-06-30';

interface Read {
  readonly file: string;
  readonly milliseconds: number;
  readonly findings: readonly Finding[];
  readonly failures: readonly string[];
}

/** Everything a text goes through after decoding, timed: building, analysing, the checks whose id passes. */
function readAll(passes: (id: string) => boolean): readonly Read[] {
  const checks = catalogue.filter(({ meta }) => passes(meta.id));
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((file) => {
      const lines = readFileSync(join(folder, file), 'utf8').replace(/\r/gu, '').split('\n');
      const start = performance.now();
      const document = documentOf(...lines);
      const structure = analyse(document);
      const run = runChecks(document, { type: 'normative', asOf: day, structure, law }, checks);
      const failures = run.failures.map(({ check, error }) => `${check}: ${String(error)}`);
      return { file, milliseconds: performance.now() - start, findings: run.findings, failures };
    });
}

function countBy<Value>(values: readonly Value[], key: (value: Value) => string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[key(value)] = (counts[key(value)] ?? 0) + 1;
  return counts;
}

describe('the corpus of enacted texts', () => {
  it.skipIf(missing !== '')(`raises no alarm of L01 and L02 and crashes nothing${missing}`, () => {
    const texts = readAll((id) => id === 'L01' || id === 'L02');
    const alarms = texts.flatMap(({ file, findings }) =>
      findings.map(({ check, quote }) => `${file} ${check} ${quote}`),
    );
    const crashes = texts.flatMap(({ file, failures }) => failures.map((failure) => `${file} ${failure}`));
    const slowest = [...texts].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 3);
    console.log(`L01 and L02 over ${texts.length} texts: ${alarms.length} alarms, ${crashes.length} crashes`);
    for (const { file, milliseconds } of slowest) console.log(`  ${milliseconds.toFixed(1)} ms  ${file}`);
    expect([...alarms, ...crashes]).toEqual([]);
  });

  it.skipIf(missing !== '')(`shows how often each text check speaks${missing}`, () => {
    const texts = readAll((id) => id.startsWith('L'));
    const findings = texts.flatMap((text) => text.findings);
    console.log('findings by check:', JSON.stringify(countBy(findings, ({ check }) => check)));
    console.log(
      'by check and certainty:',
      JSON.stringify(countBy(findings, ({ check, certainty }) => `${check}${certainty}`)),
    );
    for (const { file, findings: found } of texts) {
      for (const { check, path, quote, message } of found)
        console.log(`  ${check} ${file} ${path} ${quote} ${message}`);
    }
    expect(texts.flatMap(({ failures }) => failures)).toEqual([]);
  });
});
