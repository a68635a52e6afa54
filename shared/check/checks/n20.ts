import { sentencesOf, type Sentence } from '../../document/sentences.ts';
import { defineCheck, type Report } from '../check.ts';

type MessageId = 'interpreted';

/** 由……负责解释, 解释工作由……负责, 解释权归……, ……负责解释. */
const clauses = [
  /(?<![理事自案来缘])由([^，,。；;：:由]{2,40}?)(?:共同|会同[^，,。；;]{2,20})?(?:负责)?(?:组织)?解释(?=$|[。；;，,、]|并|和)/gu,
  /解释(?:工作)?由([^，,。；;：:由]{2,40}?)(?:负责|承担)/gu,
  /(?:解释|最终解释)权(?:归|属于?|由)([^，,。；;：:]{2,40}?)(?=所有|享有|行使|负责|$|[。；;，,])/gu,
  /(?:^|[，,；;])(?:授权)?([^，,。；;：:由]{2,24}(?:局|办公室|委员会|政府|部门|机构|中心))负责(?:本[^，,。；;]{1,8}的?)?解释(?:工作|本[^，,。；;]{1,8})?(?=$|[。；;，,])/gu,
];
/** Results, marks and policies are explained to people; that is no clause on interpretation. */
const otherObject = /(?:结果|鉴定|成绩|数据|答复|群众|咨询|宣传|征收|补偿|报告)[^，,。；;]{0,8}$/u;

function reportsOn(sentence: Sentence): readonly Report<MessageId>[] {
  const { text } = sentence;
  const found: Report<MessageId>[] = [];
  for (const clause of clauses) {
    for (const match of text.matchAll(clause)) {
      const from = text.slice(0, match.index);
      if (otherObject.test(from)) continue;
      const own = /(?:本[^，,。；;]{1,16}?|规范性文件的?)$/u.exec(from);
      const start = sentence.start + (own ? own.index : match.index);
      const end = sentence.start + match.index + match[0].length;
      const organ = (match[1] ?? '').replace(/^[，,；;]/u, '');
      if (found.some((report) => report.start < end && start < report.end)) continue;
      found.push({ messageId: 'interpreted', start, end, data: { organ } });
    }
  }
  return found;
}

/** N20: who interprets; only a hint, for the work rules and the procedure regulations name different organs. */
export const n20 = defineCheck<MessageId>({
  meta: {
    id: 'N20',
    title: '解释条款',
    appliesTo: ['normative'],
    severity: 'hint',
    certainty: 'A',
    basis: [
      { source: '规章制定程序条例', article: '第三十三条', confirmed: true },
      { source: '卧龙区人民政府工作规则', article: '第十八条', confirmed: false },
    ],
    messages: {
      interpreted:
        '解释条款写明由“{organ}”解释：解释权一般属于制定机关，本区工作规则（旧版）规定由法制机构负责解释工作，两者口径不同，请按现行规定确定。',
    },
    falseAlarms: ['制定机关自行解释', '对鉴定结果、政策等所作的解释说明'],
  },
  run: (document) => sentencesOf(document).flatMap(reportsOn),
});
