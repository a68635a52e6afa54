import { draftText } from '../../document/draft-text.ts';
import type { OrganRename } from '../../rules/law-index.ts';
import { defineCheck, type Report } from '../check.ts';

type MessageId = 'renamed' | 'unconfirmed' | 'commonNoun' | 'local' | 'duty';

/** What a name's last character must not be followed by: 局势, 办法, 部门 and the like are other words. */
const otherWords: Readonly<Record<string, RegExp>> = {
  局: /^[势部面限促域]/u,
  办: /^(?:[法理事结案证学好班]|公(?!室))/u,
  部: /^[门分署位队件委长]/u,
  会: /^[议员]/u,
  委: /^[员托派任]/u,
};
/** What may stand right before an organ's name; any other Han character makes it the end of a longer word (劳动监察局). */
const mayPrecede =
  /(?:^|[^\p{Script=Han}]|[区市县省州旗镇乡府院国级本我各该原向由经报送请同被对为在到至按据从给于将把让是商局委办厅部]|[局委办部厅会署处府心队][和与及])$/u;
const isNational = /^国家|^国务院|(?:总局|部|会)$/u;
const mayPrecedeNational = /[家央]$/u;
const former = /原[^，。；：、\s]{0,10}$/u;
/** An old document keeps the name of the organ that issued it: 国土资源部令第42号. */
const documentOf = /^(?:令|公告|文件)?(?:第[0-9一二三四五六七八九十]|[〔[（(][12][0-9]{3}[〕\]）)])/u;
/** A document in 《》 is told by who issued it then: 国家旅游局……发布的《……》. */
const issuer = /^[^。；《》]{0,80}(?:发布|公布|印发|下发|颁布|制定)的?《/u;
const explained = /^[（(](?:现|已)/u;

/** Names in force that the table gives, e.g. 自然资源局 and 自然资源和规划局: an old name inside one of them is none. */
function namesInForce(organs: readonly OrganRename[]): readonly string[] {
  return [...new Set(organs.flatMap(({ now }) => now.split(/[（）→、/：:，]/u)))].filter((name) => name.length > 2);
}

function isInsideNameInForce(text: string, start: number, old: string, names: readonly string[]): boolean {
  return names.some((name) => {
    const at = name.indexOf(old);
    return at >= 0 && start >= at && text.startsWith(name, start - at);
  });
}

function isInTitleMarks(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at);
  return line.lastIndexOf('《') > line.lastIndexOf('》');
}

/** Whether the words at a place are the organ itself, named as one that exists. */
function isOrgan(text: string, start: number, old: string, names: readonly string[]): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(start + old.length, start + old.length + 12);
  if (otherWords[old.at(-1) ?? '']?.test(after) || documentOf.test(after) || explained.test(after)) return false;
  if (issuer.test(text.slice(start + old.length, start + old.length + 100))) return false;
  if (former.test(before) || isInTitleMarks(text, start)) return false;
  if (isInsideNameInForce(text, start, old, names)) return false;
  return mayPrecede.test(before) || (isNational.test(old) && mayPrecedeNational.test(before));
}

function sentenceAround(text: string, at: number): string {
  const marks = /[。；\n]/u;
  let [start, end] = [at, at];
  while (start > 0 && !marks.test(text.charAt(start - 1))) start -= 1;
  while (end < text.length && !marks.test(text.charAt(end))) end += 1;
  return text.slice(start, end);
}

type Judgement = Omit<Report<MessageId>, 'start' | 'end'>;

/** What the table says of one old name in its sentence; null where its condition is not met. */
function judge(rename: OrganRename, sentence: string): Judgement | null {
  const { old, now, when, condition, confirmed } = rename;
  const since = when.replace(
    /([0-9]{4})-([0-9]{2})/gu,
    (_, year: string, month: string) => `${year}年${Number(month)}月`,
  );
  const data = { old, now, when: when === '—' ? '时间待核' : since, condition };
  const suggestion = `现为：${now}。请核对后改写。`;
  if (condition === '') {
    if (confirmed) return { messageId: 'renamed', data, suggestion };
    return { messageId: 'unconfirmed', data, certainty: 'B', suggestion };
  }
  if (condition.includes('只作提示')) {
    const lowered = { severity: 'hint', reason: '该词为普通名词，法规仍在使用' } as const;
    return { messageId: 'commonNoun', data, certainty: 'B', lowered, suggestion };
  }
  if (/^[视若]/u.test(condition)) {
    const lowered = { severity: 'hint', reason: `是否改名${condition}` } as const;
    return { messageId: 'local', data, certainty: 'B', lowered, suggestion };
  }
  if (!condition.split('、').some((word) => sentence.includes(word))) return null;
  return { messageId: 'duty', data, certainty: 'B', suggestion: `职责现由${now}承担，请核对后改写。` };
}

/** L06: former names of organs, longest first; which name is right in the district its own staffing plan decides. */
export const l06 = defineCheck<MessageId>({
  meta: {
    id: 'L06',
    title: '机构旧称',
    appliesTo: ['normative', 'agreement', 'decision'],
    severity: 'minor',
    certainty: 'A',
    basis: [],
    messages: {
      renamed: '“{old}”是旧称，{when}起为{now}。',
      unconfirmed: '“{old}”疑为旧称，现为{now}（{when}；对应关系未逐条核实），请按本区机构设置核对。',
      commonNoun: '“{old}”的职能现由{now}承担（{when}），是否写明现名请斟酌。',
      local: '“{old}”可能已改称{now}（{when}），请按本区三定方案核对。',
      duty: '“{old}”的“{condition}”职责已划归{now}（{when}），请核对责任单位。',
    },
    falseAlarms: ['叙述改名以前的事实、证照或文件', '本区保留原名的机构', '与机构名相同的普通词语'],
  },
  run: (document, { law, asOf }) => {
    const text = draftText(document);
    const names = [...new Set(law.organs.map(({ old }) => old))].sort((a, b) => b.length - a.length);
    if (names.length === 0) return [];
    const inForce = namesInForce(law.organs);
    return [...text.matchAll(new RegExp(names.join('|'), 'gu'))].flatMap((match): readonly Report<MessageId>[] => {
      const [old] = match;
      const [start, end] = [match.index, match.index + old.length];
      if (!isOrgan(text, start, old, inForce)) return [];
      const rows = law.organs.filter(
        (row) => row.old === old && asOf.slice(0, 4) >= (/^[0-9]{4}/u.exec(row.when)?.[0] ?? ''),
      );
      const judgement = rows.map((row) => judge(row, sentenceAround(text, start))).find((entry) => entry !== null);
      return judgement ? [{ ...judgement, start, end }] : [];
    });
  },
});
