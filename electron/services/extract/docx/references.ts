import type { XrayNote } from '../../../../shared/document/source.ts';
import type { Reading } from './reading.ts';
import { quote } from './revision.ts';

/** Fields that fetch something from outside the file when they are updated (ISO/IEC 29500-1, 17.16.5). */
const fetching = /^\s{0,9}(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|LINK|IMPORT)\s/iu;

const hyperlink = /^\s{0,9}HYPERLINK\s{1,9}"([^"]{1,500})"/iu;

/** Word leaves out closing punctuation of a number that it refers to. */
const bare = (label: string) => label.replaceAll(/\s{1,20}/gu, '').replace(/[.．。、]$/u, '');

/**
 * Compares cross-references to numbered paragraphs (REF with \n, \r or \w) with the labels that the bookmarked
 * paragraphs really have: what is printed was computed when the fields were last updated. Also names fields that fetch
 * content from outside.
 */
export function checkFields(reading: Reading): readonly XrayNote[] {
  const notes: XrayNote[] = [];
  for (const { instruction, result, paragraph } of reading.fields) {
    if (fetching.test(instruction)) {
      notes.push({ kind: 'external-link', detail: `从外部取内容的域：${quote(instruction)}`, paragraph });
      continue;
    }
    const address = hyperlink.exec(instruction)?.[1];
    if (address !== undefined) {
      notes.push({ kind: 'external-link', detail: `外部链接（超链接）：${address}`, paragraph });
      continue;
    }
    const [name, bookmark, ...switches] = instruction.split(/\s/u).filter((word) => word !== '');
    if (name?.toUpperCase() !== 'REF' || bookmark === undefined) continue;
    const options = switches.map((word) => word.toLowerCase());
    const isNumber = ['\\n', '\\r', '\\w'].some((option) => options.includes(option));
    // \t drops text from the number, so that it cannot be compared.
    if (!isNumber || options.includes('\\t')) continue;
    const shown = bare(result);
    const label = reading.bookmarkLabels.get(bookmark.toLowerCase());
    if (label === undefined) {
      const detail = `交叉引用显示${quote(result)}，但所引的位置已不存在，更新域后会显示错误`;
      notes.push({ kind: 'stale-reference', detail, paragraph });
      continue;
    }
    const expected = label === null ? '0' : bare(label);
    const isSame = options.includes('\\n') ? shown === expected : shown.endsWith(expected);
    if (isSame) continue;
    const now = label === null ? '现已没有编号' : `现为${quote(label)}`;
    const detail = `交叉引用显示${quote(result)}，所引的段落${now}，更新域后会改变`;
    notes.push({ kind: 'stale-reference', detail, paragraph });
  }
  return notes;
}
