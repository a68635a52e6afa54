import type { CallOutput } from '../../../shared/contract/contract.ts';
import { analyse } from '../../../shared/document/structure/analyse.ts';
import { matchRuleBook, readRuleBookArticles } from '../../../shared/rules/match-rule-book.ts';
import type { Environment } from '../environment.ts';
import { extractFile } from '../extract/extract-file.ts';
import { loadRulePacks } from './load-rule-packs.ts';

/**
 * Reads a rule book and says what the shipped packs derive from its articles. Offsets point into the text that
 * `extract.file` gives for the same file.
 * @throws AppError when the file cannot be read or a pack is broken
 */
export async function readRuleBook(path: string, env: Environment): Promise<CallOutput<'rules.read'>> {
  const packs = await loadRulePacks(env);
  const document = await extractFile(path, env);
  return matchRuleBook(readRuleBookArticles(document, analyse(document)), packs);
}
