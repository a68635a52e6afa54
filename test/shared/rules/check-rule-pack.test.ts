import { describe, expect, it } from 'vitest';
import { loadRulePacks } from '../../../electron/services/rules/load-rule-packs.ts';
import { findPackProblems } from '../../../shared/rules/check-rule-pack.ts';
import type { RulePack } from '../../../shared/rules/rule-pack.ts';
import { resources } from '../../support/resources.ts';

const [first] = await loadRulePacks({ resources });
if (!first) throw new Error('no rule pack ships');
const pack = first.pack;

function withItem(id: string, change: Partial<RulePack['items'][number]>): RulePack {
  return { ...pack, items: pack.items.map((item) => (item.id === id ? { ...item, ...change } : item)) };
}

describe('a rule pack', () => {
  it('that ships is sound', () => {
    expect(findPackProblems(pack)).toEqual([]);
  });

  it.each<[string, RulePack, string]>([
    ['a question whose quote is not in its article', withItem('R24-3', { quote: '经区政府党组会议通过' }), 'R24-3'],
    ['a question under another article', withItem('R24-3', { article: 23 }), 'R24-3'],
    ['an id that stands twice', withItem('R24-3', { id: 'R24-2' }), 'R24-2 重复'],
    [
      'an article with neither question nor reason',
      { ...pack, items: pack.items.filter((item) => item.article !== 27) },
      '第27条既没有审查项',
    ],
    [
      'an article with question and reason',
      {
        ...pack,
        articles: pack.articles.map((article) =>
          article.number === 27 ? { ...article, unreviewable: '不可审' } : article,
        ),
      },
      '第27条既有审查项',
    ],
    ['a missing article', { ...pack, articles: pack.articles.filter((article) => article.number !== 3) }, '第4条'],
    ['a truncated article that the pack does not admit', { ...pack, truncated: false }, '残缺标记'],
    [
      'a constraint whose quote is not in its article',
      { ...pack, constraints: pack.constraints.map((constraint) => ({ ...constraint, article: 1 })) },
      '第1条',
    ],
  ])('with %s is refused', (_name, broken, said) => {
    expect(findPackProblems(broken).join('；')).toContain(said);
  });
});
