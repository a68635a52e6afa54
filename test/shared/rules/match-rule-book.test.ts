import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRulePacks } from '../../../electron/services/rules/load-rule-packs.ts';
import { analyse } from '../../../shared/document/structure/analyse.ts';
import { matchRuleBook, readRuleBookArticles } from '../../../shared/rules/match-rule-book.ts';
import { documentOf } from '../../support/document.ts';
import { resources } from '../../support/resources.ts';

const packs = await loadRulePacks({ resources });
const source = readFileSync(join(resources, 'rules', 'wolong-work-rules.txt'), 'utf8');

function read(text: string) {
  const document = documentOf(text);
  return { document, result: matchRuleBook(readRuleBookArticles(document, analyse(document)), packs) };
}

describe('reading the work rules themselves', () => {
  const { document, result } = read(source);

  it('lists thirty articles with label, chapter and text', () => {
    expect(result.title).toBe('卧龙区人民政府工作规则');
    expect(result.articles.map((article) => article.number)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1));
    expect(result.articles[23]).toMatchObject({ label: '二十四、', chapter: '第五章\u3000实行科学民主决策' });
    expect(result.articles[23]?.text.startsWith('凡以区政府名义')).toBe(true);
    expect(result.articles[21]?.text.split('\n')).toHaveLength(2);
  });

  it('derives every question and demand of the pack, each from its words in this text', () => {
    const pack = packs[0]?.pack;
    expect(result.items.map((item) => item.id)).toEqual(pack?.items.map((item) => item.id));
    for (const [at, item] of result.items.entries()) {
      expect(document.text.slice(item.from.start, item.from.end), item.id).toBe(pack?.items[at]?.quote);
    }
    for (const [at, constraint] of result.constraints.entries()) {
      expect(document.text.slice(constraint.from.start, constraint.from.end)).toBe(pack?.constraints[at]?.quote);
    }
    expect(result.constraints).toHaveLength(pack?.constraints.length ?? 0);
  });

  it('names the articles that cannot be reviewed, and that the rules were replaced', () => {
    expect(result.unreviewable.map(({ article }) => article)).toEqual([3, 4, 25]);
    expect(result.notices).toHaveLength(1);
    expect(result.notices[0]).toContain('已被取代');
  });
});

describe('reading another edition', () => {
  const other = [
    '南阳市卧龙区人民政府工作规则',
    '第一章 总则',
    '第一条 为了规范区政府工作，制定本规则。',
    '第二条 凡以区政府名义与其他单位签订的具有法律约束力的各种协议，须提前由区政府法制机构进行审查，经区政府常务会议或区长办公会议研究通过后，方可签订。签订协议的必须为区长、常务副区长或区政府主管领导。',
    '第三条 凡以区政府名义签订的协议，由区政府主管领导签订。',
  ].join('\n');
  const { document, result } = read(other);

  it('derives from an article of the same words whatever its number and its commas', () => {
    expect(result.items.map(({ id, article }) => [id, article])).toEqual([
      ['R24-1', 2],
      ['R24-2', 2],
      ['R24-3', 2],
      ['R24-4', 2],
      ['R24-5', 2],
    ]);
    const meeting = result.items.find(({ id }) => id === 'R24-3');
    expect(document.text.slice(meeting?.from.start, meeting?.from.end)).toBe(
      '经区政府常务会议或区长办公会议研究通过后，方可签订',
    );
    expect(result.constraints.map(({ kind, article }) => [kind, article])).toEqual([
      ['order', 2],
      ['level', 2],
      ['role', 2],
    ]);
  });

  it('says from which articles nothing was derived, for nobody has judged them', () => {
    expect(result.notices).toContain('本规则第一条、第三条在随附规则包中没有对应条文，未派生审查项。');
  });

  it('derives once from an article that stands twice', () => {
    const article = other.split('\n')[3]?.replace('第二条', '第四条') ?? '';
    const twice = read(`${other}\n${article}`).result;
    expect(twice.items.map(({ id }) => id)).toEqual(['R24-1', 'R24-2', 'R24-3', 'R24-4', 'R24-5']);
    expect(twice.notices.join()).toContain('第一条、第三条、第四条');
  });
});

describe('reading what the pack does not hold in full', () => {
  it('derives from a complete article 30 and says that it goes on', () => {
    const { result } = read(`${source}开的事项，应当依法主动公开。`);
    expect(result.items.at(-1)).toMatchObject({ id: 'R30-1', article: 30 });
    expect(result.notices.join()).toContain('第三十条较随附规则包所存文本为长');
  });

  it('derives nothing from an article in which a word was changed', () => {
    const { result } = read(source.replace('或区长办公会议研究通过后', '研究通过后'));
    expect(result.items.filter(({ article }) => article === 24)).toEqual([]);
    expect(result.notices.join()).toContain('第二十四条在随附规则包中没有对应条文');
  });

  it('says so where a file has no articles at all', () => {
    const { result } = read('关于召开会议的通知\n定于明天上午召开会议。');
    expect(result.articles).toEqual([]);
    expect(result.notices.join()).toContain('没有识别出条文');
  });
});
