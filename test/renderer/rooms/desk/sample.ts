import { makeAnchor } from '../../../../shared/annotate/anchor.ts';
import { outlineOf, referencesOf } from '../../../../shared/cases/draft-view.ts';
import type { Issue } from '../../../../shared/cases/case-work.ts';
import { analyse } from '../../../../shared/document/structure/analyse.ts';
import type { DeskDraft, DeskFinding, DeskItem } from '../../../../renderer/rooms/desk/desk-types.ts';
import { documentOf } from '../../../support/document.ts';

/** A short draft with a chapter and three articles. */
export const draft: DeskDraft = draftOf(
  '卧龙区停车管理办法',
  '第一章　总则',
  '第一条　为规范停车，根据《城市规划法》，制定本办法。',
  '第二条　停车场应当取得准入证。\n准入证由区城管局核发。',
  '第三条　本办法自发布之日起施行。',
);

/** A draft of these lines, as the services hand it over. */
export function draftOf(...lines: readonly string[]): DeskDraft {
  const document = documentOf(...lines);
  const structure = analyse(document);
  return {
    ...document,
    name: '草案.txt',
    characters: document.text.length,
    articles: structure.articles.length,
    chapters: structure.headings.length,
    blocks: [...document.blocks],
    xray: [...document.xray],
    warnings: [...document.warnings],
    outline: [...outlineOf(document, structure)],
    references: [...referencesOf(structure)],
  };
}

/** A finding about the first place of some words; about the whole, at the beginning, where there are none. */
export function findingOf(quote: string, change: Partial<DeskFinding> = {}): DeskFinding {
  const start = Math.max(0, draft.text.indexOf(quote));
  const check = change.check ?? 'N03';
  return {
    key: `${check}:${start}-${start + quote.length}`,
    check,
    title: '设定行政许可',
    severity: 'blocking',
    certainty: 'B',
    message: '疑似设定行政许可。',
    quote,
    start,
    end: start + quote.length,
    article: 2,
    path: '第二条',
    basis: [{ source: '行政许可法', article: '第十七条', confirmed: true }],
    suggestion: null,
    ...change,
  };
}

/** A question of the checklist. */
export function itemOf(id: string, change: Partial<DeskItem> = {}): DeskItem {
  return {
    id,
    article: 12,
    question: `问题 ${id}`,
    evidence: '相关条款',
    severity: 'major',
    group: '权限与内容',
    quote: '条文',
    derived: false,
    condition: null,
    basis: [],
    checks: [],
    remark: null,
    pack: 'rules',
    packVersion: '1',
    citeAs: '工作规则',
    articleLabel: '十二、',
    articleText: '条文',
    ...change,
  };
}

/** An issue about the first place of some words. */
export function issueOf(id: string, quote: string, change: Partial<Issue> = {}): Issue {
  const start = draft.text.indexOf(quote);
  const anchor = makeAnchor(draft, { start, end: start + quote.length });
  if (anchor === null) throw new Error(`the draft does not say ${quote}`);
  return {
    id,
    anchor,
    check: null,
    finding: null,
    category: 'content',
    problem: '不妥',
    basis: [],
    suggestion: '',
    weight: 'must',
    items: [],
    ...change,
  };
}
