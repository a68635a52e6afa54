import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChoiceKind } from '../../../../shared/contract/choice.ts';
import { dispatch } from '../../../../electron/services/dispatch.ts';
import type { Environment } from '../../../../electron/services/environment.ts';
import { fixedEnvironment } from '../../../support/environment.ts';

const id = '20260105-090807-0001';
let data: string;
let revealed: string[];
let asked: ChoiceKind[];
let env: Environment;

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'desk-calls-'));
  await mkdir(join(data, 'cases', id), { recursive: true });
  await writeFile(join(data, 'cases', id, 'opinion.pdf'), '');
  await writeFile(join(data, 'cases', 'outside.pdf'), '');
  revealed = [];
  asked = [];
  env = fixedEnvironment({
    data,
    dialogs: {
      choose: ({ kind }) => {
        asked.push(kind);
        return Promise.resolve(['/chosen/one', '/chosen/two']);
      },
      reveal: (path) => Promise.resolve(void revealed.push(path)),
    },
  });
});

afterEach(async () => {
  await rm(data, { recursive: true, force: true });
});

/** The code with which a call is refused; null where it is not. */
async function refusal(call: string, input: unknown): Promise<string | null> {
  const result = await dispatch(call, input, env);
  return result.ok ? null : result.error.code;
}

describe('desk.help', () => {
  it('reads the help of a room and of a check', async () => {
    for (const topic of ['cases', 'N03']) {
      const result = await dispatch('desk.help', { topic }, env);
      expect(result).toMatchObject({ ok: true, value: { markdown: expect.stringMatching(/^# /u) as string } });
    }
  });

  it('says that there is none where there is none', async () => {
    expect(await refusal('desk.help', { topic: 'kitchen' })).toBe('not-found');
  });

  it.each(['../law/law-pack', 'rooms/cases', 'cases.md', 'N3', ''])('refuses %j as a topic', async (topic) => {
    expect(await refusal('desk.help', { topic })).toBe('bad-usage');
  });
});

describe('desk.reveal', () => {
  it('shows the folder of a case and a file in it', async () => {
    expect(await refusal('desk.reveal', { case: id })).toBeNull();
    expect(await refusal('desk.reveal', { case: id, name: 'opinion.pdf' })).toBeNull();
    expect(revealed.map((path) => path.replace(/[\\/]$/u, ''))).toEqual([
      join(data, 'cases', id),
      join(data, 'cases', id, 'opinion.pdf'),
    ]);
  });

  it.each(['../outside.pdf', '..\\outside.pdf', '..', '.', '/etc/passwd'])('refuses the name %j', async (name) => {
    expect(await refusal('desk.reveal', { case: id, name })).toBe('bad-usage');
    expect(revealed).toEqual([]);
  });

  it('says that a file is not there rather than show another', async () => {
    expect(await refusal('desk.reveal', { case: id, name: 'gone.pdf' })).toBe('not-found');
    expect(revealed).toEqual([]);
  });
});

describe('desk.choose', () => {
  it('passes on what the person chose', async () => {
    const result = await dispatch('desk.choose', { kind: 'signed-file' }, env);
    expect(result).toEqual({ ok: true, value: { paths: ['/chosen/one', '/chosen/two'] } });
    expect(asked).toEqual(['signed-file']);
  });

  it('asks nobody for a kind that it does not know', async () => {
    expect(await refusal('desk.choose', { kind: 'anything' })).toBe('bad-usage');
    expect(asked).toEqual([]);
  });
});

describe('desk.change-settings', () => {
  it('hands the theme to the window, and refuses a size that nobody can read', async () => {
    const themes: string[] = [];
    const appearance = { setTheme: (theme: string) => void themes.push(theme), setHiddenFromCapture: () => undefined };
    const windowed: Environment = { ...env, appearance };
    await dispatch('desk.change-settings', { theme: 'dark' }, windowed);
    await dispatch('desk.settings', {}, windowed);
    expect(themes).toEqual(['dark', 'dark']);
    expect(await refusal('desk.change-settings', { paperSize: 4 })).toBe('bad-usage');
  });
});
