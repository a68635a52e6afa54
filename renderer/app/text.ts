/** Every word the interface shows, in Chinese; a second language is a second object of this shape. */
const chinese = {
  name: '法审台',
  mark: '审',
  tagline: '行政规范性文件与政府协议的合法性审查',
  offline: '离线',
  retry: '重试',
  loading: '正在读取规则包与法规包……',
  failed: {
    title: '没有读到程序的基本信息',
    code: (code: string) => `错误代码 ${code}`,
  },
  broken: {
    title: '界面出错了',
    advice: '已有数据未受影响。请点“重试”；仍不行请关闭窗口后重新打开，并把下面这行文字交给维护人员。',
  },
  about: {
    lead: '在本机把一份送审材料从收件走到签发：读取、检查、人工判断、出具审查意见、签名、验签。全程不联网。',
    now: {
      title: '现在可以做什么',
      note: '案卷、审查台、意见、签发、验签各室将随后续版本进入本窗口。在此之前，全部工作由 desk 命令完成，两者使用同一套程序。',
      example: '在程序文件夹里运行，例如：',
      exampleCommand: 'npm run -s desk -- check 草案.docx --type normative',
    },
    commands: [
      { command: 'desk check', does: '按文件类型检查一份草案，列出问题与依据，说明哪些没有检查' },
      { command: 'desk review', does: '收下送审材料；附上人的判断后，出具并签署审查意见' },
      { command: 'desk verify', does: '验签：是否改动过一个字节，手头这份草案是不是审过的那份' },
      { command: 'desk rules', does: '读取一部规则，列出条文和由它得出的审查清单' },
      { command: 'desk extract', does: '读出文件的条款结构，以及隐藏文字、修订、批注等' },
    ],
    checks: {
      title: '检查目录',
      count: (count: number) => `${count} 项`,
      groups: { L: '通用', N: '行政规范性文件', C: '政府协议', D: '重大决策', other: '其他' },
      empty: '没有装入检查项目。请重新安装程序；仍不行请联系维护人员。',
    },
    rules: {
      title: '规则包',
      empty: '没有找到规则包，审查清单将是空的。请重新安装程序；仍不行请联系维护人员。',
    },
    law: {
      title: '法规包',
      statutes: '收录法律法规',
      repealed: '已废止或失效',
      organs: '机构更名',
    },
    version: (version: string) => `版本 ${version}`,
    hash: (hash: string) => `SHA-256 ${hash.slice(0, 12)}`,
    status: {
      offline: '本程序不联网：窗口内的一切对外请求都被拒绝',
      human: '结论由人作出，检查只作提示',
    },
  },
};

/** The shape of a catalogue. */
export type Catalogue = typeof chinese;

/** The catalogue in use. */
export const text: Catalogue = chinese;
