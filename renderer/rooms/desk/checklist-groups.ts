import type { CaseWork } from '../../../shared/cases/case-work.ts';
import type { DeskItem } from './desk-types.ts';

/** The questions under one heading. */
export interface ItemGroup {
  readonly title: string;
  /** Labels of the articles that they come from, each once, in order. */
  readonly articles: readonly string[];
  readonly items: readonly DeskItem[];
}

/** The checklist by group; groups and questions in the order in which they first appear. */
export function groupItems(items: readonly DeskItem[]): readonly ItemGroup[] {
  const groups = new Map<string, DeskItem[]>();
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  return [...groups].map(([title, own]) => ({
    title,
    articles: [...new Set(own.map((item) => item.articleLabel))],
    items: own,
  }));
}

/** How far the checklist is answered. */
export interface ChecklistProgress {
  readonly total: number;
  readonly answered: number;
  readonly notApplicable: number;
}

/** Counts answers to questions that are on the list; 不适用 is among the answered. */
export function progressOf(items: readonly DeskItem[], answers: CaseWork['answers']): ChecklistProgress {
  const given = items.flatMap((item) => answers[item.id]?.verdict ?? []);
  return {
    total: items.length,
    answered: given.length,
    notApplicable: given.filter((verdict) => verdict === 'not-applicable').length,
  };
}

/** The next question without an answer, in the order shown, from one on and around the end; null where all are answered. */
export function nextUnanswered(
  shown: readonly DeskItem[],
  answers: CaseWork['answers'],
  from: string | null,
): string | null {
  const here = shown.findIndex((item) => item.id === from);
  const after = [...shown.slice(here + 1), ...shown.slice(0, here + 1)];
  return after.find((item) => answers[item.id] === undefined)?.id ?? null;
}
