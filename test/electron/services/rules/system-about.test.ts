import { describe, expect, it } from 'vitest';
import { noDialogs } from '../../../../electron/services/dialogs.ts';
import type { Environment } from '../../../../electron/services/environment.ts';
import { systemHandlers } from '../../../../electron/services/handlers/system.ts';
import { contract } from '../../../../shared/contract/contract.ts';
import { resources } from '../../../support/resources.ts';

const environment: Environment = {
  now: () => new Date('2026-11-24T00:00:00Z'),
  randomBytes: (length) => new Uint8Array(length),
  application: { name: '法审台', version: '0.1.0' },
  resources,
  assets: '',
  parser: '',
  data: '',
  fontFolders: [],
  signal: new AbortController().signal,
  progress: () => undefined,
  user: { name: 'reviewer', workstation: 'desk-01' },
  dialogs: noDialogs,
  log: () => undefined,
};

describe('the account of what the application stands on', () => {
  it('names the law pack with its counts and each rule pack with what must be said of it', async () => {
    const about = await systemHandlers['system.about']({}, environment);
    expect(contract['system.about'].output.safeParse(about).success).toBe(true);
    expect(about).toMatchObject({ name: '法审台', version: '0.1.0' });
    expect(about.lawPack).toMatchObject({ statutes: 1479, repealed: 102, organs: 68 });
    expect(about.rulePacks.map(({ id, notice }) => [id, notice?.includes('已被取代')])).toEqual([
      ['wolong-work-rules', true],
    ]);
    expect(about.checks.map(({ id }) => id)).toContain('L01');
  });
});
