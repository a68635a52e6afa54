import type { BlockKind } from '../../shared/document/document.ts';

/** The words of the document pane. */
export const documentPaneText = {
  label: '送审稿正文',
  kinds: {
    footnote: '脚注',
    header: '页眉',
    footer: '页脚',
    'text-box': '文本框',
    comment: '原稿批注',
  } satisfies Partial<Record<BlockKind, string>>,
  annotate: '批注',
  selectionActions: '对选中文字的操作',
  back: (place: string) => (place === '' ? '返回原处' : `返回${place}`),
  forgetBack: '不再返回，收起此按钮',
  map: {
    label: '标记分布图',
    place: (labels: readonly string[], more: number) => labels.join('\n') + (more > 0 ? `\n另有 ${more} 处` : ''),
  },
  find: {
    label: '在正文中查找',
    placeholder: '在正文中查找',
    count: (current: number, total: number) => `${current}/${total}`,
    none: '没有找到',
    previous: '上一处（Shift+Enter）',
    next: '下一处（Enter）',
    close: '关闭查找（Esc）',
  },
  empty: {
    title: '这份文件没有可显示的正文',
    advice: '请到“收件”查看读取结果；如为扫描件或加密文件，请向送审单位索取可编辑的电子文本。',
  },
};
