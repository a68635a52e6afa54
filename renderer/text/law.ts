import type { LawStatus } from '../../shared/rules/law-index.ts';

/** The words of 法规库. */
export const lawText = {
  title: '法规库',
  loading: '正在查找……',
  failed: '没有读到法规库',
  search: '法律、法规、文件的名称或文号',
  asOf: '核对基准日',
  status: '效力',
  statuses: { all: '全部', 'in-force': '现行', lapsed: '已失效', unknown: '无法确认' } satisfies Record<
    LawStatus | 'all',
    string
  >,
  marks: { 'in-force': '✓', lapsed: '■', unknown: '▲' } satisfies Record<LawStatus, string>,
  results: '查找结果',
  total: (total: number, from: number, to: number, asOf: string) =>
    `共 ${total} 件，显示第 ${from}—${to} 件；效力为 ${asOf} 当日。`,
  empty: '没有相符的法律、法规或文件。',
  emptyAdvice: '不在库里不等于失效，也不等于有效：请查阅公布文本。可少输几个字，或把效力改为“全部”再找。',
  previous: '上一页',
  next: '下一页',
  name: (name: string) => (name.includes('《') ? name : `《${name}》`),
  unconfirmed: '待核',
  unconfirmedHint: '尚未与公布文本核对，引用前请核实',
  maxArticle: (max: number) => `最大条号 第${max}条`,
  versions: (count: number) => `历次版本 ${count}`,
  promulgated: (day: string) => `${day} 公布`,
  effective: (day: string) => `${day} 施行`,
  unknownDate: '公布、施行日期不详',
  unknownEffective: '施行日期不详',
  source: (source: string) => `来源：${source}`,
  replaced: (name: string, remark: string) => `由《${name}》${remark}取代`,
  notReplaced: '没有替代文件',
  ceased: (day: string) => `${day} 起失效`,
  ceasedBasis: (basis: string) => `失效依据：${basis}`,
  articleNumber: '第$1条',
  pack: (version: string, snapshot: string) => `法规库 ${version}，数据截至 ${snapshot}`,
  hash: (hash: string) => `SHA-256 ${hash.slice(0, 16)}…`,
};
