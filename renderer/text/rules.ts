import type { DocumentType, Severity } from '../../shared/check/finding.ts';

/** The words of 规则. */
export const rulesText = {
  title: '规则',
  loading: '正在读取规则包……',
  failed: '没有读到规则包',
  empty: '没有找到规则包，审查清单将是空的。请重新安装程序；仍不行请联系维护人员。',
  packs: '规则包',
  articles: '条文',
  items: '由本条得出的审查项',
  version: (version: string, date: string) => `规则包 ${version}（${date}）`,
  hash: (hash: string) => `SHA-256 ${hash.slice(0, 16)}…`,
  source: '来源',
  edition: '版本',
  status: { 'in-force': '现行', superseded: '已被取代', unknown: '效力待核' },
  truncated: '末条残缺',
  search: '查找条文和审查项',
  type: '适用文件',
  types: {
    all: '全部',
    normative: '规范性文件',
    agreement: '政府协议',
    decision: '重大决策',
  } satisfies Record<DocumentType | 'all', string>,
  counts: (articles: number, items: number) => `${articles} 条 · 审查项 ${items} 项`,
  itemCount: (count: number) => (count === 0 ? '不产生审查项' : `${count} 项`),
  noMatch: '没有相符的条文。请换一个词。',
  noItems: '所选文件类型在本条没有审查项。',
  unreviewable: '本条不产生审查项：',
  brokenOff: '原文在此中断，引用前须核对现行规则。',
  severities: { blocking: '■ 阻断', major: '▲ 重大', minor: '● 一般', hint: '○ 提示' } satisfies Record<
    Severity,
    string
  >,
  derived: '由原则条款引申',
  evidence: '应看材料',
  condition: '适用条件',
  remark: '说明',
  basis: '法律依据',
  checks: '关联检查',
  appliesTo: '适用',
  unconfirmed: '待核',
};
