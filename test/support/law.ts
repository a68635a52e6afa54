import { loadLawPack } from '../../electron/services/rules/load-law-pack.ts';
import type { LawIndex } from '../../shared/rules/law-index.ts';
import { resources } from './resources.ts';

/** The law pack that ships, loaded once for the test file that asks for it. */
export const law: LawIndex = await loadLawPack({ resources });
