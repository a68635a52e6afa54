import type { CallOutput } from '../contract/contract.ts';
import { blockTextStart, type ReviewedDocument, type Span } from '../document/document.ts';
import type { Structure } from '../document/structure/structure.ts';
import { formatChineseNumeral } from '../text/chinese-numeral.ts';
import type { LoadedRulePack, RulePack } from './rule-pack.ts';

/** One article of a rule book as read from a file. */
export interface RuleBookArticle {
  readonly number: number;
  readonly label: string;
  readonly chapter: string | null;
  /** Without the article's own label. */
  readonly text: string;
  /** Offset of `text` in the document's text. */
  readonly start: number;
}

/** A rule book as read from a file, before anything is derived from it. */
export interface RuleBook {
  readonly title: string;
  readonly articles: readonly RuleBookArticle[];
}

/** The articles of a document read as a rule book: those of its body, not of an issuing notice or an annex. */
export function readRuleBookArticles(document: ReviewedDocument, structure: Structure): RuleBook {
  const bodies = structure.parts.map((part) => part.kind === 'body');
  const title = structure.parts.find((part) => part.kind === 'body' && part.title !== '')?.title;
  const articles = structure.articles.flatMap((article) => {
    const first = document.blocks[article.firstBlock];
    if (!first || bodies[article.part] !== true) return [];
    const start = blockTextStart(first);
    const text = document.text.slice(start, article.end);
    return [{ number: article.number, label: article.label, chapter: article.chapter, text, start }];
  });
  return { title: title ?? document.title, articles };
}

/** A text as compared: white space dropped, full-width ASCII and quotation marks made one form. */
interface Normalised {
  readonly text: string;
  /** For each unit of `text` its offset in the original. */
  readonly offsets: readonly number[];
}

function normalise(original: string): Normalised {
  const units: string[] = [];
  const offsets: number[] = [];
  for (let offset = 0; offset < original.length; offset += 1) {
    const unit = original.charAt(offset);
    if (/\s/u.test(unit)) continue;
    const code = original.charCodeAt(offset);
    const isFullWidth = code >= 0xff01 && code <= 0xff5e;
    units.push(isFullWidth ? String.fromCharCode(code - 0xfee0) : unit.replace(/[“”„‟]/u, '"').replace(/[‘’]/u, "'"));
    offsets.push(offset);
  }
  return { text: units.join(''), offsets };
}

/** Where a quote stands in a text, both compared in normal form; null where it does not. */
function locate(quote: string, within: Normalised): Span | null {
  const wanted = normalise(quote).text;
  const at = within.text.indexOf(wanted);
  const first = within.offsets[at];
  const last = within.offsets[at + wanted.length - 1];
  return at < 0 || first === undefined || last === undefined ? null : { start: first, end: last + 1 };
}

type PackArticle = RulePack['articles'][number];
interface Counterpart {
  readonly pack: RulePack;
  readonly article: PackArticle;
  /** True where the file's article goes on after the point at which the pack's source breaks off. */
  readonly isLonger: boolean;
}

function findCounterpart(text: string, packs: readonly LoadedRulePack[], used: ReadonlySet<PackArticle>) {
  for (const { pack } of packs) {
    for (const article of pack.articles) {
      if (used.has(article)) continue;
      const known = normalise(article.text).text;
      if (text === known || (article.truncated && text.startsWith(known))) {
        return { pack, article, isLonger: text !== known } satisfies Counterpart;
      }
    }
  }
  return null;
}

function nameArticles(numbers: readonly number[]): string {
  return numbers.map((number) => `第${formatChineseNumeral(number)}条`).join('、');
}

/**
 * Derives from a rule book what the packs derive from the articles of the same words, wherever they stand and however
 * they are numbered. An article without a counterpart derives nothing, and a notice says so: nobody has judged it yet.
 */
export function matchRuleBook(book: RuleBook, packs: readonly LoadedRulePack[]): CallOutput<'rules.read'> {
  const used = new Set<PackArticle>();
  const notices = new Set<string>();
  const unmatched: number[] = [];
  const items: CallOutput<'rules.read'>['items'] = [];
  const constraints: CallOutput<'rules.read'>['constraints'] = [];
  const unreviewable: CallOutput<'rules.read'>['unreviewable'] = [];
  for (const { number, text, start } of book.articles) {
    const normal = normalise(text);
    const counterpart = findCounterpart(normal.text, packs, used);
    if (!counterpart) {
      unmatched.push(number);
      continue;
    }
    const { pack, article } = counterpart;
    used.add(article);
    if (pack.notice !== null) notices.add(pack.notice);
    if (counterpart.isLonger) {
      notices.add(`本规则${nameArticles([number])}较随附规则包所存文本为长，仅按两者相同的部分派生审查项。`);
    }
    if (article.unreviewable !== null) unreviewable.push({ article: number, reason: article.unreviewable });
    const from = (quote: string): Span => {
      const span = locate(quote, normal) ?? { start: 0, end: text.length };
      return { start: start + span.start, end: start + span.end };
    };
    for (const item of pack.items.filter((candidate) => candidate.article === article.number)) {
      const { id, question, appliesTo, evidence, severity } = item;
      items.push({ id, article: number, question, appliesTo, evidence, severity, from: from(item.quote) });
    }
    for (const { kind, steps, quote, article: of } of pack.constraints) {
      if (of === article.number) constraints.push({ kind, article: number, steps, from: from(quote) });
    }
  }
  if (book.articles.length === 0) notices.add('本文件中没有识别出条文，未派生审查项；请确认文件是否为规则文本。');
  if (unmatched.length > 0) {
    notices.add(`本规则${nameArticles(unmatched)}在随附规则包中没有对应条文，未派生审查项。`);
  }
  const articles = book.articles.map(({ number, label, chapter, text }) => ({ number, label, chapter, text }));
  return { title: book.title, articles, items, constraints, unreviewable, notices: [...notices] };
}
