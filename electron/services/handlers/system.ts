import { catalogue } from '../../../shared/check/catalogue.ts';
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { Environment } from '../environment.ts';
import { loadLawPack } from '../rules/load-law-pack.ts';
import { loadRulePacks } from '../rules/load-rule-packs.ts';

/** Handlers of the system area. */
export const systemHandlers: Pick<Handlers<Environment>, 'system.about'> = {
  'system.about': async (_input, environment) => {
    const [law, packs] = await Promise.all([loadLawPack(environment), loadRulePacks(environment)]);
    return {
      ...environment.application,
      lawPack: {
        version: law.version,
        sha256: law.sha256,
        statutes: [...law.statutes.values()].reduce((total, versions) => total + versions.length, 0),
        repealed: law.repealed.size,
        organs: law.organs.length,
      },
      rulePacks: packs.map(({ pack, sha256 }) => ({
        id: pack.id,
        version: pack.version,
        sha256,
        title: pack.title,
        notice: pack.notice,
      })),
      checks: catalogue.map(({ meta }) => ({ id: meta.id, title: meta.title })),
    };
  },
};
