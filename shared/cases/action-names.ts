import { assertNever } from '../contract/errors.ts';
import { conclusionNames } from '../opinion/conclusion-names.ts';
import type { CaseAction } from './case-history.ts';
import type { CaseEdit } from './case-edit.ts';

/** What the account calls each kind of entry. */
const names: Readonly<Record<string, string>> = {
  take: '收件',
  opened: '打开',
  repaired: '修复记录',
  checked: '运行检查',
  undo: '撤销',
  redo: '重做',
  'issue-opinion': '签发意见书',
  delivered: '送出意见书',
  close: '归档',
  'type.set': '设定文件类型',
  'as-of.set': '设定核对基准日',
  'head.change': '修改案卷信息',
  'reviewer.set': '设定承办人',
  'draft.choose': '指定送审稿',
  'role.set': '更正材料种类',
  'material.set': '登记材料',
  'item.answer': '答复审查项',
  'issue.add': '提出问题',
  'issue.change': '修改问题',
  'issue.remove': '删去问题',
  'findings.dismiss': '排除发现',
  'finding.restore': '恢复发现',
  'conclusion.set': '选定结论',
};

/** The Chinese name of an entry's action; the action itself where this version does not know it. */
export function actionName(action: string): string {
  return Object.hasOwn(names, action) ? (names[action] ?? action) : action;
}

const verdictNames = { meets: '符合', fails: '不符合', 'not-applicable': '不适用', 'to-supplement': '待补正' } as const;
const materialNames = { present: '有', missing: '无', 'not-applicable': '不适用' } as const;
const weightNames = { must: '必改', advice: '建议', note: '旁注' } as const;
const typeNames = { normative: '行政规范性文件', agreement: '政府协议', decision: '重大决策' } as const;

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

function editDetail(edit: CaseEdit): string {
  switch (edit.kind) {
    case 'type.set':
      return typeNames[edit.type];
    case 'as-of.set':
      return edit.asOf;
    case 'head.change':
      return shorten(
        Object.values(edit.change)
          .filter((value) => typeof value === 'string')
          .join('；'),
      );
    case 'reviewer.set':
      return `${edit.reviewer.name} ${edit.reviewer.role}`.trim();
    case 'draft.choose':
      return `SHA-256 ${edit.sha256.slice(0, 16)}…`;
    case 'role.set':
      return edit.role;
    case 'material.set':
      return `${edit.role}：${edit.state === null ? '未登记' : materialNames[edit.state]}`;
    case 'item.answer':
      return `${edit.item}：${edit.verdict === null ? '收回答复' : verdictNames[edit.verdict]}`;
    case 'issue.add':
      return `${weightNames[edit.issue.weight]}“${shorten(edit.issue.anchor.quote)}”`;
    case 'issue.change':
      return shorten(edit.change.problem ?? edit.change.suggestion ?? '');
    case 'issue.remove':
      return '';
    case 'findings.dismiss':
      return edit.dismissals.length === 1
        ? shorten(`${edit.dismissals[0]?.check ?? ''}：${edit.dismissals[0]?.reason ?? ''}`)
        : `${edit.dismissals.length} 处：${shorten(edit.dismissals[0]?.reason ?? '')}`;
    case 'finding.restore':
      return '';
    case 'conclusion.set':
      return edit.conclusion === null ? '取消' : conclusionNames[edit.conclusion];
    default:
      return assertNever(edit);
  }
}

/** One line on what an entry did, for the account. */
export function actionDetail(action: CaseAction): string {
  switch (action.kind) {
    case 'take':
      return action.work.head.title;
    case 'edit':
      return editDetail(action.edit);
    case 'undo':
    case 'redo':
      return '';
    case 'issue-opinion':
      return action.issued.files.map((file) => file.name).join('、');
    case 'close':
      return '';
    case 'event':
      return action.detail;
    default:
      return assertNever(action);
  }
}
