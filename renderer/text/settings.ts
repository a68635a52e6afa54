/** The words of 设置. */
export const settingsText = {
  title: '设置',
  loading: '正在读取设置……',
  failed: '没有读到设置',
  lead: '随改随存，不必另行保存。',
  person: {
    title: '承办人',
    name: '姓名',
    role: '身份',
    note: '新收的案卷以此为承办人，写入意见书的审查记录和审计记录；已有的案卷不变。',
    useHere: '把当前案卷的承办人也改为此人',
  },
  organ: { title: '出具意见的机关', label: '机关名称', note: '空着则用文书用语中的名称。' },
  look: {
    title: '外观',
    theme: '明暗',
    themes: { system: '跟随系统', light: '浅色', dark: '深色' },
    size: '正文字号',
    sample: '第一条　为规范农贸市场秩序，保障食品安全，结合本区实际，制定本办法。',
  },
  store: {
    title: '案卷存放位置',
    own: '程序自己的数据文件夹',
    choose: '选择文件夹……',
    reset: '改回默认位置',
    note: '改动只影响此后收件和“案卷”列出的内容；原位置的案卷原样保留，不移动也不删除。',
  },
  about: {
    title: '关于',
    version: (version: string) => `法审台 ${version}`,
    law: (version: string, statutes: number, repealed: number) =>
      `法规库 ${version}：法律法规 ${statutes} 部，已废止或失效 ${repealed} 件`,
    checks: (count: number) => `检查项目 ${count} 项`,
    pack: (title: string, version: string) => `规则包《${title}》${version}`,
    hash: (hash: string) => `SHA-256 ${hash}`,
    offline: '本程序不联网，不检查更新，不上传任何内容。',
    kept: '案卷、设置、签名密钥和日志都在本机数据文件夹里；日志不含文件内容。',
    failed: '没有读到程序的基本信息',
    loading: '正在读取……',
  },
};
