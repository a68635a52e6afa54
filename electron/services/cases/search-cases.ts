import { join } from 'node:path';
import { foldWidth, searchText } from '../../../shared/cases/search-text.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Environment } from '../environment.ts';
import { readCachedDocument } from './document-cache.ts';
import { caseNames, summaryOf } from './list-cases.ts';
import { storeFolder } from '../desk/settings.ts';

type Found = CallOutput<'cases.search'>;

/** At most so many places are listed, and so many of one draft. */
const maximum = 200;
const maximumOfDraft = 20;

/** What of a case is searched, with what each is called. */
async function textsOf(
  store: string,
  caseId: string,
  env: Environment,
): Promise<readonly (readonly [string, string])[]> {
  const { work } = await summaryOf(store, caseId, env);
  const { head, issues, draft } = work;
  const cached = draft === null ? null : await readCachedDocument(join(store, caseId), draft, env);
  return [
    ['名称', head.title],
    ['登记号', head.registration],
    ['送审单位', head.submittedBy],
    ...issues.flatMap((issue): readonly (readonly [string, string])[] => [
      ['问题', issue.problem],
      ['问题原文', issue.anchor.quote],
      ['修改建议', issue.suggestion],
    ]),
    ['送审稿', cached?.document.text ?? ''],
  ];
}

/** Finds words in titles, issues and drafts of all cases, newest case first. @throws AppError `cancelled` */
export async function searchCases(query: string, env: Environment): Promise<Found> {
  const store = await storeFolder(env);
  const folded = foldWidth(query);
  const hits: Found['hits'] = [];
  let more = false;
  const names = await caseNames(store);
  for (const [index, caseId] of names.entries()) {
    if (env.signal.aborted) throw new AppError('cancelled', '已取消搜索。');
    env.progress('搜索案卷', { done: index, total: names.length });
    // A case that cannot be read is named by the list.
    const texts = await textsOf(store, caseId, env).catch((error: unknown) => {
      if (error instanceof AppError && error.code !== 'cancelled') return [];
      throw error;
    });
    for (const [where, text] of texts) {
      const found = searchText(text, folded, maximumOfDraft + 1);
      more ||= found.length > maximumOfDraft;
      hits.push(...found.slice(0, maximumOfDraft).map((hit) => ({ case: caseId, where, ...hit })));
    }
    if (hits.length > maximum) return { hits: hits.slice(0, maximum), more: true };
  }
  return { hits, more };
}
