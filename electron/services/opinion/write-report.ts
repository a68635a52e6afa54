import { basename, join } from 'node:path';
import type { DocumentType } from '../../../shared/check/finding.ts';
import { countText } from '../../../shared/document/structure/count.ts';
import { placeAt } from '../../../shared/document/structure/locate.ts';
import { composeReport } from '../../../shared/opinion/compose-report.ts';
import type { Wording } from '../../../shared/opinion/wording.ts';
import { checklistFor } from '../../../shared/rules/checklist.ts';
import { packNotices } from '../../../shared/rules/pack-notices.ts';
import { localDay, type CheckedDocument } from '../check/check-document.ts';
import type { Environment } from '../environment.ts';
import { exportOpinion } from '../export/export-opinion.ts';
import type { SubmittedFile } from './choose-draft.ts';
import { noFiles, writeNew, type Written } from './written.ts';

/**
 * Writes the 预审报告 into the case's folder: what the machine found, and no conclusion.
 * @throws AppError `missing-glyph` and whatever else keeps the export from being made
 */
export async function writeReport(
  folder: string,
  draft: SubmittedFile,
  checked: CheckedDocument,
  type: DocumentType,
  wording: Wording,
  env: Environment,
): Promise<Written> {
  const report = composeReport({
    title: checked.document.title || draft.name,
    fileName: basename(draft.name),
    sha256: draft.sha256,
    articles: countText(checked.structure).articles.length,
    findings: checked.findings,
    checksRun: checked.run.length,
    places: checked.findings.map((finding) => placeAt(checked.document, checked.structure, finding.start)),
    skipped: checked.skipped.map((entry) => ({ ...entry, title: checked.titles.get(entry.check) ?? '' })),
    questions: checklistFor(checked.packs, type).map((item) => item.question),
    notices: [...packNotices(checked.packs), ...checked.law.limits],
    lawPackVersion: checked.law.version,
    wording,
    date: localDay(env.now()),
  });
  env.progress('导出预审报告');
  const exported = await exportOpinion(report, null, env);
  const path = join(folder, '预审报告.docx');
  await writeNew(path, exported.docx);
  return {
    conclusion: null,
    gate: [],
    files: { ...noFiles, report: path },
    fontsSubstituted: [],
    notices: packNotices(checked.packs),
  };
}
