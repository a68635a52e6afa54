import type { CaseStage } from '../../shared/cases/case-work.ts';
import { conclusionNames } from '../../shared/opinion/conclusion-names.ts';

/** The words of 案卷. */
export const casesText = {
  title: '案卷',
  count: (shown: number, total: number) => (shown === total ? `共 ${total} 件` : `${shown} 件，共 ${total} 件`),
  loading: '正在读取案卷……',
  failed: '没有读到案卷',
  importing: '正在导入送审材料',
  busy: '正在导入另一批材料，请等它结束或取消后再导入。',
  noPaths: '没有取得所拖文件的位置。请改用“选择文件”或“选择文件夹”。',
  taken: (taken: number, refused: number) =>
    refused === 0 ? `已收下 ${taken} 份材料。` : `已收下 ${taken} 份材料，未收 ${refused} 份，原因见“收件”。`,
  import: {
    label: '导入送审材料',
    lead: '把送审文件或文件夹拖进窗口，或者',
    files: '选择文件…',
    folder: '选择文件夹…',
    hint: 'U盘或共享文件夹里的材料可直接选取。原件只读不改，复制并核对无误后才算收下。',
  },
  first: {
    title: '从一份送审材料开始',
    lead: '法审台在本机把送审材料从收件办到签发：读取草案、检查疑点、逐项审查、出具意见、签名。全程不联网，结论由人作出。',
    advice: '先导入一份送审材料；想先熟悉，可打开一个示例走一遍。',
    samples: { normative: '打开示例：规范性文件', agreement: '打开示例：政府协议' },
    or: '或者',
  },
  search: {
    label: '搜索全部案卷',
    placeholder: '搜索名称、登记号、正文',
    busy: '正在搜索正文……',
    more: '正文中还有更多相符之处，请再加几个字。',
  },
  filters: {
    type: '类型',
    stage: '状态',
    allTypes: '全部类型',
    allStages: '全部状态',
  },
  stages: { received: '收件', reviewing: '审查中', issued: '已签发', closed: '已归档' } satisfies Record<
    CaseStage,
    string
  >,
  conclusions: conclusionNames,
  types: { normative: '规范性文件', agreement: '政府协议', decision: '重大决策' },
  columns: {
    registration: '登记号',
    title: '名称',
    type: '类型',
    submittedBy: '送审单位',
    stage: '状态',
    due: '剩余工作日',
    issues: '问题',
    answered: '清单已答',
    reviewer: '承办人',
    takenAt: '收件时间',
  },
  sortBy: (column: string) => `按${column}排序`,
  untitled: '未命名案卷',
  none: '—',
  days: (days: number) => (days < 0 ? `超期 ${-days}` : String(days)),
  dueNote: (date: string) => `审查期限 ${date}；按周一至周五计算，未计法定节假日调休`,
  noMatch: { title: '没有相符的案卷', clear: '清除搜索和筛选' },
  broken: {
    title: (count: number) => `有 ${count} 个案卷文件夹读不出来`,
    advice: '其他案卷不受影响。请不要删除这些文件夹；从备份恢复对应文件夹，或把文件夹连同下面的说明交给维护人员。',
  },
  where: (place: string) => `见于${place}`,
};
