import type { RulePack } from './rule-pack.ts';

function duplicates(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function articleProblems(pack: RulePack): readonly string[] {
  const problems: string[] = [];
  pack.articles.forEach((article, index) => {
    if (article.number !== index + 1)
      problems.push(`条文应自第1条起连续，第${index + 1}个条文却是第${article.number}条`);
    const hasItems = pack.items.some((item) => item.article === article.number);
    if (!hasItems && article.unreviewable === null) {
      problems.push(`第${article.number}条既没有审查项，也没有说明不可审的理由`);
    }
    if (hasItems && article.unreviewable !== null) problems.push(`第${article.number}条既有审查项，又称不可审`);
  });
  if (pack.truncated !== pack.articles.some((article) => article.truncated)) problems.push('残缺标记前后不一');
  return problems;
}

/**
 * What a rule pack of the right shape may still get wrong: numbering, an article without question or reason, a quote
 * that its article does not hold literally, an id that stands twice or under another article.
 * @returns Chinese sentences without full stop; empty where the pack is sound
 */
export function findPackProblems(pack: RulePack): readonly string[] {
  const texts = new Map(pack.articles.map((article) => [article.number, article.text]));
  const problems = [...articleProblems(pack)];
  for (const id of duplicates(pack.items.map((item) => item.id))) problems.push(`审查项编号 ${id} 重复`);
  for (const item of pack.items) {
    if (!item.id.startsWith(`R${String(item.article).padStart(2, '0')}-`)) {
      problems.push(`审查项 ${item.id} 的编号与第${item.article}条不符`);
    }
    if (texts.get(item.article)?.includes(item.quote) !== true) {
      problems.push(`审查项 ${item.id} 的摘句不在第${item.article}条原文中`);
    }
  }
  for (const constraint of pack.constraints) {
    if (texts.get(constraint.article)?.includes(constraint.quote) !== true) {
      problems.push(`第${constraint.article}条的一项要求（${constraint.kind}）所引摘句不在原文中`);
    }
  }
  return problems;
}
