import { clauseEndAfter, clauseStart, sentencesOf, type Sentence } from '../../document/sentences.ts';
import { addresseeOf } from '../addressee.ts';
import { defineCheck, type CheckContext, type Report } from '../check.ts';
import { loweredByCitation } from '../cited-law.ts';

type MessageId = 'permit';

/** A permit required in a sentence: offsets into the sentence's text. */
interface Permit {
  readonly start: number;
  readonly end: number;
  /** Words that name who approves, where the sentence has them. */
  readonly approver: string;
}

const paper =
  '(?:许可证|准入证|准运证|准养证|资格证书?|资质证书?|经营证|通行证|登记证|备案证|合格证|证书|许可|准入资格|资格|资质|批准文件|批文|执照|核准|审批手续|审批|证(?![明据件券监人实言]))';
const forbids = '(?:不得|禁止|不准|不予|严禁|不能|一律)';

/** 未经……批准，不得……；不得未经……批准……. */
const withoutApproval = new RegExp(
  `(${forbids}[^，,。；;]{0,10})?(?<![向对为与给将把被用购从])未经([^，,。；;：:]{0,24}?)(?:批准|许可|同意|审批|核准|备案|登记)(?!的?[^，,。；;]{0,2}擅自)([^。；;]{0,40}?${forbids})?`,
  'gu',
);
/** 未取得……证的，不得……. */
const withoutPaper = new RegExp(
  `(?:未|没有)(?:依法)?(?:取得|办理|领取|申领|申办|持有|办妥)([^，,。；;：:]{0,24}?)${paper}[^。；;]{0,30}?${forbids}`,
  'gu',
);
/** 应当（须）取得……证. */
const mustHavePaper = new RegExp(
  `(?:应当|(?<![相响供对适反效])应|须|必须|需|需要|凭)[^，,。；;：:未已]{0,24}?(?<!未|已|自|在|对|具有|受理|公布|提供|出具)(?:取得|申领|领取|申办|办理|补办|持有|申请|换领|获得)(?!人|之日|书|材料|时)([^，,。；;：:]{0,30}?)${paper}(?!证?书?(?:之日|后|前|的|件的|使用|编号|信息|管理|服务|流程|材料|制度|工作|决定|照))`,
  'gu',
);
/** 应当具备……核发的资质. */
const mustHaveGranted = new RegExp(
  `(?:应当|应|须|必须|需)[^，,。；;：:]{0,12}?(?:具备|具有)([^，,。；;：:]{1,20}?(?:核发|颁发|发放|认定))[^，,。；;：:]{0,10}?${paper}`,
  'gu',
);
/** 应当办理……手续，未办理的不得……. */
const elseForbidden = new RegExp(
  `(?:办理|履行|取得|完成)([^，,。；;：:]{0,24}?)(?:备案|登记|报备|审批|审核|核准)(?:手续)?[^，,。；;]{0,6}[，,；;]未(?:办理|备案|登记|报备|取得|通过|履行|完成)[^，,。；;]{0,10}[，,]?[^，,。；;]{0,6}?${forbids}`,
  'gu',
);
/** 应当报（经、向）……批准. */
const mustBeApproved =
  /(?:应当|(?<![相响供对适反效])应|须|必须|需|需要)[^，,。；;：:]{0,20}?(?:报请|报送|报经|报(?![纸告刊名废酬请])|经(?![营济费常理])|向)([^，,。；;：:]{1,24}?)(?:批准|许可|同意|审批|核准)(?!的|机关|部门|权限|程序)/gu;
/** 经……批准（备案）后方可……. */
const onlyAfter =
  /(?:经(?![营济费常理])|报(?![纸告刊名废酬])|向|取得|办理|领取)([^，,。；;：:]{0,30}?)(?:批准|许可|同意|审批|核准|备案|登记|(?<![论认验公保查])证)[^，,。；;：:]{0,6}?[，,]?[^，,。；;：:]{0,8}?(?:方可|方能|才能|才可|始可|方准)/gu;
/** 实行……许可制度. */
const system =
  /(?<!国家[^，,。；;：:]{0,60}|不|取消)实行(?!国家)[^，,。；;：:]{0,12}?(?:许可|准入|审批|核准|持证经营|持证上岗)(?:证)?(?:制度|管理|制)(?!改革|和|、)/gu;

const patterns = [
  withoutApproval,
  withoutPaper,
  mustHavePaper,
  mustHaveGranted,
  elseForbidden,
  mustBeApproved,
  onlyAfter,
  system,
] as const;

/** Consent of a private person and approval inside an organisation are no permit. */
const privateApprover =
  /本人|当事人|权利人|所有[权人]|产权人|业主|监护人|申请人|患者|对方|双方|一方|村民|居民会议|大会|职工代表|董事会|股东|委托人|投保人|著作权|商标|专利|信息主体|消费者|用户|家属|亲属|提供|利害关系|集体经济组织|权利|保险|担保|注销|变更|延续|签证|学生|家长|出租人|承租人|所在单位|本单位|用人单位|被[^，,]{0,8}人/u;
const internalApprover =
  /政府|常务会议|会议|党委|党组|区委|领导小组|指挥部|上级|分管|主管领导|领导|负责人|编办|编制|编委|人大|省|市级|国务院|财政部门|财政局|原|主管机关|上一级|本级|同级|所属/u;
const higherApprover = /国务院|中国|国家|省|设区的市|市人民政府|市级/u;
const internalObject =
  /(?:出台|印发|制发|提交|上会|提请|调整|变更|变动|动用|列支|挪用|支出|支付|拨付|追加|借调|离岗|外出|请假|转载|公开|公布|对外|召开|举办会议|签订|采购|报送|改变用途|泄露|出境|出国)/u;
/** 到区城市管理局, 向主管部门: the organ at which one applies is not the one who is bound. */
const counter = /(?:到|向|在|由|经)[^，,。；;]{1,20}?(?:局|部门|委员会|办公室|办事处|政府|机关|机构|中心|大厅)/gu;
/** The duty is referred to and not made here. */
const restated =
  /依法|(?:依照|按照|根据|符合)[^，,。；;]{0,30}(?:规定|条例|》)|(?:法律|法规|规章|国家)[^，,。；;]{0,12}(?:规定|要求|允许)|依规/u;
const notAnObligation =
  /^违反|他人专利|商标|著作权|原(?:审批|批准|申请)程序|许可[^，,]{0,12}时$|免予|无需|无须|不需要?|不再|取消|不得要求|不应|是否|可以不/u;

function permitsOf(sentence: Sentence): readonly Permit[] {
  const { text } = sentence;
  const found: Permit[] = [];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      if (pattern === withoutApproval && match[1] === undefined && match[3] === undefined) continue;
      const approver = (pattern === withoutApproval ? match[2] : match[1]) ?? '';
      const from = clauseStart(text, match.index);
      const end = clauseEndAfter(text, match.index + match[0].length);
      const clause = text.slice(from, end);
      if (restated.test(clause) || notAnObligation.test(clause)) continue;
      if (privateApprover.test(approver)) continue;
      if (isInternal(pattern, text, match.index, match[0], approver, end)) continue;
      found.push({ start: from, end, approver });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Whether the approval is one inside the administration: one organ asks another, or the matter is an organ's own. */
function isInternal(
  pattern: RegExp,
  text: string,
  at: number,
  matched: string,
  approver: string,
  end: number,
): boolean {
  if (pattern === system) return false;
  const inClause = addresseeOf(text.slice(clauseStart(text, at), at).replace(counter, ''));
  const subject =
    inClause === 'unknown' ? addresseeOf(text.slice(Math.max(0, at - 300), at).replace(counter, '')) : inClause;
  if (subject === 'public') return false;
  if (pattern === withoutApproval) {
    const rest = matched.slice(matched.indexOf('未经') + 2 + approver.length) + text.slice(at + matched.length, end);
    if (internalObject.test(rest)) return true;
    const after = addresseeOf(rest);
    return after === 'organs' || (after === 'unknown' && subject === 'organs');
  }
  if (pattern === mustBeApproved || pattern === onlyAfter) {
    return subject === 'organs' || internalApprover.test(approver) || internalObject.test(text.slice(at, end));
  }
  return subject === 'organs';
}

function reportOf(sentence: Sentence, context: CheckContext): readonly Report<MessageId>[] {
  const permits = permitsOf(sentence);
  const first = permits[0];
  if (!first) return [];
  const start = sentence.start + first.start;
  const end = sentence.start + Math.max(...permits.map((permit) => permit.end));
  const lowered =
    loweredByCitation({ start, end }, sentence, 'blocking', context) ??
    (permits.every((permit) => higherApprover.test(permit.approver))
      ? ({ severity: 'major', reason: '批准机关为上级机关，可能为复述上位法' } as const)
      : undefined);
  return [
    {
      messageId: 'permit',
      start,
      end,
      ...(lowered ? { lowered } : {}),
    },
  ];
}

/** N03: a normative document sets no administrative permit, nor one in disguise. */
export const n03 = defineCheck<MessageId>({
  meta: {
    id: 'N03',
    title: '设定行政许可',
    appliesTo: ['normative'],
    severity: 'blocking',
    certainty: 'B',
    basis: [{ source: '行政许可法', article: '第十七条', confirmed: true }],
    messages: {
      permit: '疑似设定行政许可或者变相许可：行政规范性文件不得设定行政许可，请核对有无上位法依据。',
    },
    falseAlarms: [
      '复述法律、法规已经设定的许可',
      '“报区政府批准”等行政机关之间的内部审批',
      '取得权利人本人或者业主同意等民事同意',
    ],
  },
  run: (document, context) => sentencesOf(document).flatMap((sentence) => reportOf(sentence, context)),
});
