/** The words of the view of PDF pages. */
export const pdfPagesText = {
  region: '页面',
  loading: '正在排版页面……',
  page: (number: number, total: number) => `第${number}页，共${total}页`,
  tools: '页面显示',
  current: (number: number, total: number) => `${number} / ${total} 页`,
  zoomIn: '放大（+）',
  zoomOut: '缩小（-）',
  zoom: (percent: number) => `${percent}%`,
  fitWidth: '适合宽度',
  fitPage: '整页',
  pageFailed: (number: number) => `第${number}页没有画出来。文件本身未受影响。`,
  failed: {
    title: '页面没有显示出来',
    advice: '文件本身未受影响。请点“重试”；仍不行请关闭窗口后重新打开，并把下面这行文字交给维护人员。',
    retry: '重试',
  },
};
