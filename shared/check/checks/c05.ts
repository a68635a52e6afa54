import type { ReviewedDocument } from '../../document/document.ts';
import type { Signature, Structure } from '../../document/structure/structure.ts';
import { defineCheck, type Report } from '../check.ts';
import { isDistrictGovernment, nameOfRole } from '../party-sides.ts';

type MessageId = 'office' | 'agent' | 'no-office' | 'blank';

/** 区长, 常务副区长, 副区长 and 主管领导: the three kinds of signer of the work rules; whose portfolio it is a person knows. */
const mayHaveSigned =
  /(?:^|[^\p{Script=Han}]|[区府])(?:区长|常务副区长|副区长|主管领导)$|^(?:区长|常务副区长|副区长|主管领导)$/u;
const agentLine = /^(?:[甲乙丙丁戊]\s{0,4}方)?(?:授权|委托)/u;

function reportOf(
  document: ReviewedDocument,
  structure: Structure,
  signature: Signature,
): readonly Report<MessageId>[] {
  const name = signature.name !== '' ? signature.name : nameOfRole(structure, signature.role);
  if (!isDistrictGovernment(name)) return [];
  const { office, signer } = signature;
  const at = signature.signerSpan ?? { start: signature.start, end: signature.end };
  const data = { role: signature.role };
  if (mayHaveSigned.test(office)) return [];
  if (office !== '') return [{ messageId: 'office', ...at, data: { ...data, office } }];
  if (signer === '') {
    const lowered = { severity: 'hint', reason: '签字栏空白，签订时核对' } as const;
    return [{ messageId: 'blank', ...at, data, certainty: 'B', lowered }];
  }
  const isAgent = agentLine.test(document.text.slice(at.start, at.end));
  const lowered = { severity: 'major', reason: '未印职务，须由人核对' } as const;
  return [{ messageId: isAgent ? 'agent' : 'no-office', ...at, data: { ...data, signer }, certainty: 'B', lowered }];
}

/** C05: for the district government signs its head, its executive deputy or the deputy in charge. */
export const c05 = defineCheck<MessageId>({
  meta: {
    id: 'C05',
    title: '签订人',
    appliesTo: ['agreement'],
    severity: 'blocking',
    certainty: 'A',
    basis: [
      { source: '卧龙区人民政府工作规则', article: '第二十四条', confirmed: false },
      { source: '民法典', article: '第一百六十五条', confirmed: true },
    ],
    messages: {
      office:
        '{role}为区政府，签字栏所印职务为“{office}”：应由区长、常务副区长或者区政府主管领导签订，由他人签订的须有载明代理事项、权限和期限的授权委托书。',
      agent: '{role}为区政府，由“{signer}”代签：请核对职务和授权委托书（代理人姓名、代理事项、权限、期限）。',
      'no-office': '{role}为区政府，签字人“{signer}”未印职务：请核对是否区长、常务副区长或者区政府主管领导。',
      blank: '{role}为区政府，签字栏空白：签订时须由区长、常务副区长或者区政府主管领导签字。',
    },
    falseAlarms: ['送审稿的签字栏尚未填写', '另有授权委托书'],
  },
  run: (document, { structure }) =>
    structure.signatures.flatMap((signature) => reportOf(document, structure, signature)),
});
