import type { Finding } from '../../shared/check/finding.ts';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { basisText } from '../../shared/opinion/basis-text.ts';
import { signatureStatementText } from '../../shared/sign/statement.ts';
import type { CommandCall } from './command-call.ts';

const marks = { blocking: '■ 阻断', major: '▲ 重大', minor: '● 一般', hint: '○ 提示' } as const;
const certaintyNames = { A: '确定', B: '需人工判断', C: '需核对材料' } as const;
const verdictNames = { valid: '有效', invalid: '无效', unsigned: '没有签名', unreadable: '无法读取' } as const;

function findingLines(finding: Finding): readonly string[] {
  const place = finding.path === '' ? '' : `${finding.path}　`;
  const basis = finding.basis.map(basisText).join('；');
  return [
    `${marks[finding.severity]}　${place}${finding.check} ${finding.title}（${certaintyNames[finding.certainty]}）`,
    ...(finding.quote === '' ? [] : [`    原文：${finding.quote.replace(/\n/gu, ' ').slice(0, 80)}`]),
    `    ${finding.message}`,
    ...(basis === '' ? [] : [`    依据：${basis}`]),
    ...(finding.suggestion === null ? [] : [`    建议：${finding.suggestion}`]),
  ];
}

const renderers: { readonly [Id in CommandCall]: (output: CallOutput<Id>) => readonly string[] } = {
  'system.about': (about) => [
    `${about.name} ${about.version}`,
    `法规库 ${about.lawPack.version}：法律法规 ${about.lawPack.statutes} 个版本，失效引用 ${about.lawPack.repealed} 条，机构旧称 ${about.lawPack.organs} 条`,
    ...about.rulePacks.map(
      (pack) => `规则包 ${pack.title} ${pack.version}${pack.notice === null ? '' : `　${pack.notice}`}`,
    ),
    `检查 ${about.checks.length} 项：${about.checks.map((check) => check.id).join(' ')}`,
  ],
  'import.take': (taken) => [
    `案卷 ${taken.case}：收下 ${taken.taken.length} 个文件，拒收 ${taken.refused.length} 个`,
    ...taken.taken.map((file) => `  收下　${file.name}${file.role === '' ? '' : `（${file.role}）`}　${file.sha256}`),
    ...taken.refused.map((file) => `  拒收　${file.reason}`),
  ],
  'extract.file': (document) => [
    `${document.title}　${document.articles} 条 ${document.chapters} 章　SHA-256 ${document.sha256}`,
    ...document.warnings.map((warning) => `注意：${warning.message}`),
    ...document.xray.map((note) => `透视：${note.detail}`),
    document.text,
  ],
  'check.run': (checked) => [
    `${checked.document.title}　${checked.document.articles} 条 ${checked.document.chapters} 章 ${checked.document.characters} 字`,
    ...checked.findings.flatMap(findingLines),
    `共 ${checked.findings.length} 处；运行检查 ${checked.coverage.run.length} 项，未运行 ${checked.coverage.skipped.length} 项。机器只列疑点，是否合法由人判断。`,
  ],
  'rules.read': (rules) => [
    `${rules.title}：${rules.articles.length} 条，派生审查项 ${rules.items.length} 个`,
    ...rules.notices.map((notice) => `注意：${notice}`),
    ...rules.items.map((item) => `  ${item.id}　${item.question}`),
    ...rules.unreviewable.map((entry) => `  第 ${entry.article} 条不设审查项：${entry.reason}`),
  ],
  'opinion.review': (result) => [
    `案卷 ${result.case}`,
    ...result.taken.map((file) => `  收下　${file.name}${file.role === '' ? '' : `（${file.role}）`}`),
    ...result.refused.map((file) => `  拒收　${file.reason}`),
    `发现：■ 阻断 ${result.findings.blocking}　▲ 重大 ${result.findings.major}　● 一般 ${result.findings.minor}　○ 提示 ${result.findings.hint}`,
    ...(result.gate.length === 0 ? [] : [`不能出具意见，有 ${result.gate.length} 处矛盾或缺漏：`]),
    ...result.gate.map((entry) => `  × ${entry.message}`),
    ...Object.entries(result.files).flatMap(([kind, path]) => (path === null ? [] : [`  ${kind.padEnd(6)} ${path}`])),
    ...result.fontsSubstituted.map((face) => `  字体：本机没有可嵌入的 ${face.wanted}，PDF 以 ${face.used} 代替`),
    ...result.notices.map((notice) => `注意：${notice}`),
  ],
  'sign.verify': (result) => [
    `验签结果：${verdictNames[result.verdict]}`,
    ...result.signatures.flatMap((signature) => [
      `  签名人　${signature.signer}${signature.selfSigned ? '（自签名证书）' : `　签发者 ${signature.issuer}`}`,
      ...(signature.certificateSha256 === null ? [] : [`  证书指纹　${signature.certificateSha256}`]),
      `  算法　${signature.algorithm}　声称时间 ${signature.claimedTime ?? '未载明'}`,
      `  内容${signature.intact ? '自签名后未改动' : '已被改动或无法证明未改动'}，${signature.coversWholeFile ? '覆盖整个文件' : '没有覆盖整个文件'}`,
      ...signature.problems.map((problem) => `  × ${problem}`),
    ]),
    ...(result.record.code === null ? ['  没有可信的审查记录'] : [`  审查记录编码　${result.record.code}`]),
    ...(result.draft.given ? [`  所给文件${result.draft.matches ? '就是' : '不是'}所审的送审稿`] : []),
    ...result.draft.differs.map((difference) => `  × ${difference}`),
    ...result.problems.map((problem) => `  × ${problem}`),
    signatureStatementText,
  ],
};

/** What a person reads of a call's output, line by line. */
export function render<Id extends CommandCall>(id: Id, output: CallOutput<Id>): readonly string[] {
  return renderers[id](output);
}

/**
 * Whether something is wrong in an output: a blocking finding, a gate that refuses, a signature or draft that does not
 * match. Decides between exit codes 0 and 1.
 */
export function hasTrouble(id: CommandCall, output: unknown): boolean {
  switch (id) {
    case 'check.run':
      return (output as CallOutput<'check.run'>).findings.some((finding) => finding.severity === 'blocking');
    case 'opinion.review': {
      const result = output as CallOutput<'opinion.review'>;
      return result.gate.length > 0 || (result.conclusion === null && result.findings.blocking > 0);
    }
    case 'sign.verify': {
      const result = output as CallOutput<'sign.verify'>;
      return result.verdict !== 'valid' || (result.draft.given && !result.draft.matches);
    }
    case 'system.about':
    case 'import.take':
    case 'extract.file':
    case 'rules.read':
      return false;
  }
}
