import { findDates } from '../text/date.ts';
import type { LinePart } from './find-parts.ts';
import type { LabelledLine } from './labelled-line.ts';

/** Roles that parties to an agreement go by. */
export const rolePattern =
  '(?:[甲乙丙丁戊]\\s{0,6}方|发包[人方]|承包[人方]|出租[人方]|承租[人方]|委托[人方]|受托[人方]|采购[人方]|供应商|出让[人方]|受让[人方]|买方|卖方)';

const signingLine = new RegExp(
  `^(?:${rolePattern}\\s{0,6}(?:[（(][^（()）]{0,12}[）)]){0,2}\\s{0,6}(?:[:：]|$)|(?:法定代表人|法人代表|负责人|授权代表|委托代理人|签字代表|代表人?|经办人|签订(?:日期|时间|地点)|签署(?:日期|时间|地点)|日\\s{0,6}期)\\s{0,6}(?:[（(][^（()）]{0,16}[）)])?\\s{0,6}[:：]|（(?:此页|本页)无正文|（以下无正文|（盖章）)`,
  'u',
);
const organ = /(?:政府|办公室|委员会|局|厅|处|中心|公司|办事处|法院|检察院|联席会议|领导小组|指挥部|专班|[股科])$/u;

/** Whether a line is nothing but a date. */
function isDateOnly(text: string): boolean {
  const compact = text.replace(/\s/gu, '');
  const date = findDates(compact)[0];
  if (date) return date.start === 0 && date.end === compact.length;
  return /^(?:[0-9]{4}|[_×xX]{2,4}|[二〇○零一二三四五六七八九]{4})?年[0-9_×xX]{0,4}月[0-9_×xX]{0,4}日$/u.test(compact);
}

/**
 * The lines under a part that are no text: signing lines of an agreement, or issuing organ and date.
 * @returns indexes into `lines`
 */
export function findSignatureLines(lines: readonly LabelledLine[], part: LinePart): ReadonlySet<number> {
  const found = new Set<number>();
  let lastLabelled = part.first - 1;
  for (let index = part.first; index < part.end; index += 1) {
    const line = lines[index];
    if (line?.source.part === 'body' && line.label !== null) lastLabelled = index;
  }
  if (lastLabelled >= part.first) {
    for (let index = lastLabelled + 1; index < part.end; index += 1) {
      const line = lines[index];
      if (line?.source.part !== 'body' || !signingLine.test(line.text)) continue;
      for (let rest = index; rest < part.end; rest += 1) if (lines[rest]?.source.part === 'body') found.add(rest);
      return found;
    }
  }
  for (let index = part.end - 1; index > Math.max(lastLabelled, part.titleEnd - 1); index -= 1) {
    const line = lines[index];
    if (line?.source.part !== 'body' || !isDateOnly(line.text)) continue;
    found.add(index);
    for (let before = index - 1; before > lastLabelled && before >= part.titleEnd && index - before <= 3; before -= 1) {
      const candidate = lines[before];
      if (candidate?.source.part !== 'body' || candidate.label !== null) break;
      const compact = candidate.text.replace(/\s/gu, '');
      if (compact.length > 40 || !organ.test(compact)) break;
      found.add(before);
    }
    break;
  }
  return found;
}
