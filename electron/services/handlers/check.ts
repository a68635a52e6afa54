import { countText } from '../../../shared/document/structure/count.ts';
import type { CallOutput, Handlers } from '../../../shared/contract/contract.ts';
import { checkDocument, type CheckedDocument } from '../check/check-document.ts';
import type { Environment } from '../environment.ts';
import { extractFile } from '../extract/extract-file.ts';

/** Handlers of the check area. */
export const checkHandlers: Pick<Handlers<Environment>, 'check.run'> = {
  'check.run': async (input, env) => toOutput(await checkDocument(await extractFile(input.path, env), input, env)),
};

function toOutput(checked: CheckedDocument): CallOutput<'check.run'> {
  const { document, structure } = checked;
  const { articles, chapters } = countText(structure);
  return {
    document: {
      format: document.format,
      sha256: document.sha256,
      title: document.title,
      characters: document.text.replace(/\s/gu, '').length,
      articles: articles.length,
      chapters: chapters.length,
    },
    findings: checked.findings.map((finding) => ({ ...finding, basis: finding.basis.map((basis) => ({ ...basis })) })),
    coverage: {
      articlesExamined: structure.articles.length,
      articlesTotal: structure.articles.length,
      run: [...checked.run],
      skipped: checked.skipped.map((entry) => ({ ...entry })),
      lawPack: { version: checked.law.version, sha256: checked.law.sha256 },
      rulePacks: checked.packs.map(({ pack, sha256 }) => ({ id: pack.id, version: pack.version, sha256 })),
    },
  };
}
