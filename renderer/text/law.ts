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
  total: (total: number, from: number, to: number) => `共 ${total} 件，显示第 ${from}—${to} 件`,
  empty: '没有相符的法律、法规或文件。不在库里不等于失效：请查阅公布文本。',
  previous: '上一页',
  next: '下一页',
  unconfirmed: '待核',
  unconfirmedHint: '尚未与公布文本核对，引用前请核实',
  maxArticle: (max: number) => `最大条号：第 ${max} 条`,
  versions: '历次版本',
  promulgated: '公布',
  effective: '施行',
  source: '来源',
  unknownDate: '日期不详',
  replaced: (name: string) => `由《${name}》取代`,
  ceased: (day: string) => `${day} 起失效`,
  ceasedBasis: (basis: string) => `失效依据：${basis}`,
  pack: (version: string, snapshot: string) => `法规库 ${version}，数据截至 ${snapshot}`,
  hash: (hash: string) => `SHA-256 ${hash.slice(0, 16)}…`,
  limits: '这份数据不知道什么',
};
