import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Handlers } from '../../../shared/contract/contract.ts';
import { loadPacks } from '../cases/packs.ts';
import { localDay } from '../check/check-document.ts';
import { readHelp } from '../desk/read-help.ts';
import { completeLaw, searchLaw } from '../desk/search-law.ts';
import { changeSettings, readSettings, storeFolder } from '../desk/settings.ts';
import type { Environment } from '../environment.ts';
import { loadRulePacks } from '../rules/load-rule-packs.ts';

type DeskCallId =
  | 'desk.settings'
  | 'desk.change-settings'
  | 'desk.choose'
  | 'desk.reveal'
  | 'desk.help'
  | 'rules.packs'
  | 'law.search'
  | 'law.complete';

/** Handlers of what belongs to the desk as a whole. */
export const deskHandlers: Pick<Handlers<Environment>, DeskCallId> = {
  'desk.settings': async (_input, env) => {
    const settings = await readSettings(env);
    env.appearance?.setTheme(settings.theme);
    return settings;
  },
  'desk.change-settings': async (change, env) => {
    const settings = await changeSettings(change, env);
    env.appearance?.setTheme(settings.theme);
    return settings;
  },
  'desk.choose': async ({ kind }, env) => ({ paths: [...(await env.dialogs.choose({ kind }))] }),
  'desk.reveal': async ({ case: id, name }, env) => {
    // Both are names by their schemas; a name with a separator would lead out of the case.
    if (name !== undefined && /[\\/]|^\.\.?$/u.test(name)) {
      throw new AppError('bad-usage', '文件名不能含路径。请从案卷的文件清单里选择。');
    }
    const path = join(await storeFolder(env), id, name ?? '');
    await access(path).catch((cause: unknown) => {
      throw new AppError('not-found', `“${name ?? id}”不在案卷文件夹里，可能已被移走。`, { cause });
    });
    await env.dialogs.reveal(path);
    return {};
  },
  'desk.help': async ({ topic }, env) => ({ markdown: await readHelp(topic, env) }),
  'rules.packs': async (_input, env) => ({
    packs: (await loadRulePacks(env)).map(({ pack, sha256 }) => {
      const { id, version, title, edition, source, date, status, notice, truncated, citeAs, articles, items } = pack;
      return { id, version, sha256, title, edition, source, date, status, notice, truncated, citeAs, articles, items };
    }),
  }),
  'law.search': async ({ query, asOf, status, offset, limit }, env) =>
    searchLaw((await loadPacks(env)).law, { query, asOf: asOf ?? localDay(env.now()), status, offset, limit }),
  'law.complete': async ({ query, asOf, limit }, env) =>
    completeLaw((await loadPacks(env)).law, query, asOf ?? localDay(env.now()), limit),
};
