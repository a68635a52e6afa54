import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeSettings, readSettings, storeFolder } from '../../../../electron/services/desk/settings.ts';
import { fixedEnvironment } from '../../../support/environment.ts';

let data: string;

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'settings-'));
});

afterEach(async () => {
  await rm(data, { recursive: true, force: true });
});

describe('settings', () => {
  it('are the defaults where nothing was set, and cases lie in the own folder then', async () => {
    const env = fixedEnvironment({ data });
    expect(await readSettings(env)).toEqual({
      reviewer: { name: '', role: '承办人' },
      organ: '',
      theme: 'system',
      paperSize: 17,
      store: '',
      layout: {},
    });
    expect(await storeFolder(env)).toBe(join(data, 'cases'));
  });

  it('keep every change of many that come together', async () => {
    const env = fixedEnvironment({ data: join(data, 'not-yet-there') });
    const names = Array.from({ length: 20 }, (_, index) => `pane.${index}`);
    await Promise.all([
      changeSettings({ organ: '某区司法局' }, env),
      ...names.map((name, index) => changeSettings({ layout: { [name]: index } }, env)),
      changeSettings({ theme: 'dark' }, env),
    ]);
    const kept = await readSettings(fixedEnvironment({ data: join(data, 'not-yet-there') }));
    expect(kept.organ).toBe('某区司法局');
    expect(kept.theme).toBe('dark');
    expect(kept.layout).toEqual(Object.fromEntries(names.map((name, index) => [name, index])));
  });

  it('merge the layout by name and leave what was not given', async () => {
    const env = fixedEnvironment({ data });
    await changeSettings({ layout: { left: 200, right: 300 }, paperSize: 20 }, env);
    const after = await changeSettings({ layout: { left: 240 }, organ: undefined }, env);
    expect(after.layout).toEqual({ left: 240, right: 300 });
    expect(after.paperSize).toBe(20);
    expect(after.organ).toBe('');
  });

  it('go on after a change that could not be written', async () => {
    const blocked = join(data, 'file');
    await writeFile(blocked, 'kept');
    const env = fixedEnvironment({ data: blocked });
    await expect(changeSettings({ theme: 'dark' }, env)).rejects.toThrow();
    expect(await readFile(blocked, 'utf8')).toBe('kept');
    await rm(blocked);
    expect((await changeSettings({ theme: 'light' }, env)).theme).toBe('light');
  });

  it('name the folder of the cases where one was chosen', async () => {
    const env = fixedEnvironment({ data });
    await changeSettings({ store: join(data, 'elsewhere') }, env);
    expect(await storeFolder(env)).toBe(join(data, 'elsewhere'));
  });
});
