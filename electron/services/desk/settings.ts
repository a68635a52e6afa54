import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultSettings } from '../../../shared/contract/default-settings.ts';
import { settingsSchema, type Settings } from '../../../shared/contract/desk.ts';
import { DurableAdapter } from '../../storage/durable-adapter.ts';
import type { Environment } from '../environment.ts';

type SettingsEnvironment = Pick<Environment, 'data' | 'log'>;

/** Changes follow one another, folder by folder: two that come together must not overwrite each other. */
const turns = new Map<string, Promise<unknown>>();

function adapterOf(env: SettingsEnvironment): DurableAdapter<Settings> {
  return new DurableAdapter<Settings>({
    path: join(env.data, 'settings.json'),
    schema: 1,
    parse: (value) => settingsSchema.parse(value),
    onRecovered: (message) => env.log(new Error(message)),
  });
}

/** The settings of this desk; the defaults where nothing was set yet. @throws AppError `damaged-file`, `not-readable` */
export async function readSettings(env: SettingsEnvironment): Promise<Settings> {
  return (await adapterOf(env).read()) ?? defaultSettings;
}

/** The folder in which cases are kept. */
export async function storeFolder(env: SettingsEnvironment): Promise<string> {
  const { store } = await readSettings(env);
  return store === '' ? join(env.data, 'cases') : store;
}

/** A change without the fields that were not given. */
function given<T extends object>(change: T): Partial<T> {
  // What is left of T's entries is a part of T.
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/**
 * Changes some settings and answers all; `layout` is merged by name. They are on the disk when this resolves.
 * @throws AppError `output-failed`; what was set before is untouched then
 */
export async function changeSettings(
  change: { readonly [Key in keyof Settings]?: Settings[Key] | undefined },
  env: SettingsEnvironment,
): Promise<Settings> {
  const work = async (): Promise<Settings> => {
    const before = await readSettings(env);
    const after = { ...before, ...given(change), layout: { ...before.layout, ...change.layout } };
    await mkdir(env.data, { recursive: true, mode: 0o700 });
    await adapterOf(env).write(after);
    return after;
  };
  const turn = (turns.get(env.data) ?? Promise.resolve()).catch(() => undefined).then(work);
  turns.set(env.data, turn);
  return turn;
}
