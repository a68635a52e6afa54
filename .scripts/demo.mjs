// `npm run demo [FOLDER]`: walks the whole road with both samples through the desk command and tells what happened.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { buildAll } from './build.mjs';

const root = join(import.meta.dirname, '..');
const started = Date.now();
await buildAll({ ifStale: true });

const out = resolve(process.argv[2] ?? join(root, 'out', 'demo'));
mkdirSync(out, { recursive: true });
// The demonstration's certificate is thrown away with this folder; it never mixes with the office's own.
const data = mkdtempSync(join(tmpdir(), 'review-desk-demo-'));

function desk(...args) {
  const run = spawnSync(process.execPath, [join(root, 'dist', 'cli', 'desk.mjs'), ...args, '--json'], {
    encoding: 'utf8',
    env: { ...process.env, DESK_DATA: data },
    maxBuffer: 256 * 1024 * 1024,
  });
  if (run.status === 2 || run.stdout === '') {
    process.stderr.write(run.stderr);
    throw new Error(`desk ${args[0]} ended with code ${run.status}`);
  }
  return JSON.parse(run.stdout);
}

const marks = { blocking: '■', major: '▲', minor: '●', hint: '○' };
const here = (path) => relative(process.cwd(), path) || '.';

const wording = JSON.parse(readFileSync(join(root, 'resources', 'opinion', 'wording.json'), 'utf8'));
const substitutions = new Set();
const notices = new Set();

function walk(kind, type, label) {
  const folder = join(root, 'resources', 'samples', kind);
  const submission = join(folder, '送审材料');
  console.log(`\n== ${label} ==`);
  const review = desk(
    'review',
    submission,
    '--type',
    type,
    '--out',
    join(out, kind),
    '--decisions',
    join(folder, 'decisions.json'),
    '--as-of',
    '2026-04-10',
  );
  console.log(
    `收件　　案卷 ${review.case}，收下 ${review.taken.length} 个文件，拒收 ${review.refused.length} 个，逐个核对 SHA-256`,
  );
  const draft = review.taken.find((file) => file.role === '草案');
  const copy = join(out, kind, review.case, 'originals', draft.sha256);
  const checked = desk('check', copy, '--type', type, '--as-of', '2026-04-10');
  console.log(
    `读取　　${draft.name}：《${checked.document.title}》${checked.document.articles} 条 ${checked.document.chapters} 章 ${checked.document.characters} 字`,
  );
  const kinds = new Set(checked.findings.map((finding) => finding.check));
  const { blocking, major, minor, hint } = review.findings;
  console.log(
    `检查　　运行 ${checked.coverage.run.length} 项，发现 ${checked.findings.length} 处（阻断 ${blocking}　重大 ${major}　一般 ${minor}　提示 ${hint}），涉及 ${kinds.size} 种`,
  );
  for (const finding of checked.findings) {
    const quote = finding.quote.replace(/\s+/gu, ' ');
    console.log(
      `　　　　${marks[finding.severity]} ${finding.check} ${finding.path || '全文'}　${quote.length > 30 ? `${quote.slice(0, 30)}…` : quote}`,
    );
  }
  if (review.gate.length > 0) {
    console.log('意见　　不能出具：');
    for (const entry of review.gate) console.log(`　　　　× ${entry.message}`);
    return;
  }
  console.log(`意见　　结论由审查人员作出：${wording.types[type].conclusions[review.conclusion].name}`);
  for (const face of review.fontsSubstituted) substitutions.add(`${face.wanted}→${face.used}`);
  for (const path of Object.values(review.files).filter((value) => value !== null)) {
    console.log(`导出　　${here(path)}${existsSync(path) ? '' : '（缺失）'}`);
  }
  for (const path of [review.files.pdf, review.files.docx]) {
    const verified = desk('verify', path, '--draft', copy);
    const [signature] = verified.signatures;
    console.log(
      `验签　　${here(path).split(/[\\/]/u).at(-1)}：${verified.verdict === 'valid' ? '有效' : '无效'}，${signature?.signer ?? '无签名'}，送审稿${verified.draft.matches ? '一致' : '不一致'}，记录编码 ${verified.record.code ?? '无'}`,
    );
  }
  for (const notice of review.notices) notices.add(notice);
}

walk('normative', 'normative', '规范性文件：卧龙区农贸市场管理办法（试行）');
walk('agreement', 'agreement', '政府协议：卧龙区智慧停车项目合作协议');
if (substitutions.size > 0)
  console.log(`\n字体　　本机没有可嵌入的公文字体，PDF 以随附字体代替：${[...substitutions].join('，')}`);
for (const notice of notices) console.log(`说明　　${notice}`);
console.log(`\n两件均走完全程，用时 ${((Date.now() - started) / 1000).toFixed(1)} 秒（含构建）。文件在 ${here(out)}。`);
