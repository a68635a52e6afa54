import { labelSeparator, type Block, type BlockKind } from '../../../../shared/document/document.ts';
import { paneLooks } from '../../../../renderer/ui/document-pane/looks.ts';
import type { PaneHighlight } from '../../../../renderer/ui/document-pane/types.ts';
import type { PagePane } from './page.tsx';

/** A line from which a block is made. */
export interface Line {
  readonly kind: BlockKind;
  readonly level: Block['level'];
  readonly label: string | null;
  readonly text: string;
}

/** The blocks of lines and the text that they make, laid out as the extraction does. */
export function layOut(lines: readonly Line[]): { readonly blocks: readonly Block[]; readonly text: string } {
  let text = '';
  const blocks = lines.map((line, index): Block => {
    if (index > 0) text += '\n';
    const start = text.length;
    text += (line.label ?? '') + labelSeparator(line.label, line.text) + line.text;
    return { ...line, id: `b-${index}`, start, end: text.length, page: null };
  });
  return { blocks, text };
}

/** A pane with nothing but its text. */
export function plainPane(lines: readonly Line[]): PagePane {
  return {
    ...layOut(lines),
    caption: '送审稿 · 2026年3月2日',
    highlights: [],
    selected: null,
    references: [],
    marked: [],
    fontSize: 17,
    canAnnotate: true,
  };
}

/** Paragraphs of different lengths, so that no estimate of a height fits all of them. */
const sentences = [
  '市场开办者应当建立食品安全管理制度，配备专职管理人员。',
  '区市场监督管理局会同有关部门开展联合检查，检查结果向社会公布。',
  '摊位费标准为每个摊位每月600元（含GPS、Wi-Fi服务）。',
  '经营者应当亮证经营，明码标价，不得短斤少两。',
];

/** A made-up document of about 300 pages: 4,500 blocks, about 220,000 characters, 600 highlights. */
export function longPane(blocks = 4500, highlightCount = 600): PagePane {
  const lines: Line[] = [{ kind: 'title', level: null, label: null, text: '卧龙区农贸市场管理办法汇编' }];
  for (let index = 1; index < blocks; index += 1) {
    const parts = Array.from({ length: 1 + (index % 3) }, (_, at) => sentences[(index + at) % sentences.length]);
    const text = `${index}号：${parts.join('')}`;
    if (index % 90 === 1) lines.push({ kind: 'heading', level: 1, label: `第${index}章`, text: '经营和管理' });
    else if (index % 90 > 80)
      lines.push({ kind: 'table-row', level: null, label: null, text: `项目${index}\t${index}\t元` });
    else if (index % 3 === 0) lines.push({ kind: 'article', level: 3, label: `第${index}条`, text });
    else if (index % 3 === 1) lines.push({ kind: 'item', level: 5, label: '（一）', text });
    else lines.push({ kind: 'paragraph', level: 4, label: null, text });
  }
  const pane = plainPane(lines);
  const step = pane.text.length / highlightCount;
  const highlights = Array.from({ length: highlightCount }, (_, index): PaneHighlight => {
    const start = Math.floor(index * step);
    const look = paneLooks[index % paneLooks.length] ?? 'hint';
    return {
      id: `h-${index}`,
      start,
      end: Math.min(pane.text.length, start + 5 + (index % 40)),
      look,
      label: `标记${index}`,
    };
  });
  return { ...pane, highlights, selected: 'h-3' };
}
