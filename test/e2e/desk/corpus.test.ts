import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { call } from '../../../electron/services/dispatch.ts';
import { fixedEnvironment } from '../../support/environment.ts';

const folder = process.env['CORPUS_DIR'] ?? '';
const because = folder === '' ? ' (needs CORPUS_DIR)' : '';

it.skipIf(folder === '')(
  `L01 and L02 are silent over every enacted text, read as a submission is${because}`,
  { timeout: 300_000 },
  async () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
    expect(files.length).toBeGreaterThan(100);
    const alarms: string[] = [];
    const read: number[] = [];
    const queue = [...files];
    const work = async (): Promise<void> => {
      for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
        const input = { path: join(folder, file), type: 'normative', only: ['L01', 'L02'] };
        const checked = await call('check.run', input, fixedEnvironment());
        expect(checked.coverage.run).toEqual(['L01', 'L02']);
        read.push(checked.document.articles);
        alarms.push(...checked.findings.map((finding) => `${file} ${finding.check} ${finding.quote}`));
      }
    };
    await Promise.all([work(), work()]);
    expect(alarms).toEqual([]);
    expect(read.filter((articles) => articles > 0)).toHaveLength(files.length);
  },
);
