import { previewMark, previewParts } from '../../../shared/cases/preview.ts';
import { placeAt } from '../../../shared/document/structure/locate.ts';
import { resolveAnchor } from '../../../shared/annotate/anchor.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { OpinionDocument } from '../../../shared/opinion/opinion.ts';
import type { Environment } from '../environment.ts';
import { exportOpinion } from '../export/export-opinion.ts';
import type { SubmittedFile } from '../opinion/choose-draft.ts';
import { wordOpinion } from '../opinion/make-opinion.ts';
import { originalPath } from './document-cache.ts';
import { judgeCase, type JudgedCase } from './gate-case.ts';
import type { OpenCase } from './open-case.ts';

/** The files of a case with the roles that a person corrected. */
export function submittedFiles({ manifest, folder, work }: OpenCase): readonly SubmittedFile[] {
  return manifest.files.map(({ name, size, sha256, role }) => ({
    name,
    size,
    sha256,
    role: work.roles[sha256] ?? role,
    path: originalPath(folder, sha256),
  }));
}

/** Where every issue stands, by its anchor; 位置待核 where that is not certain. */
export function placesOf({ checked, decided }: JudgedCase): readonly string[] {
  const { document, structure } = checked;
  return decided.issues.map((issue) => {
    const found = resolveAnchor(document, issue.anchor);
    return found.kind === 'exact' ? placeAt(document, structure, found.start) : '位置待核';
  });
}

/** The parts of an opinion by heading, for the list beside its pages. */
function sectionsOf(document: OpinionDocument): { title: string; paragraphs: number }[] {
  const sections: { title: string; paragraphs: number }[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'heading' && block.level === 1) sections.push({ title: block.text, paragraphs: 0 });
    const last = sections.at(-1);
    if (!last) continue;
    if (block.kind === 'paragraph') last.paragraphs += 1;
    if (block.kind === 'table') last.paragraphs += block.rows.length;
  }
  return sections;
}

/** Sets the opinion as it would be issued now; every page comes from the one that would be signed, but it says what it is. */
export async function previewCase(opened: OpenCase, env: Environment): Promise<CallOutput<'cases.preview'>> {
  const judged = await judgeCase(opened, env);
  const { type } = opened.work;
  const draft = opened.draftFile;
  if (draft === null) throw new Error('a case was judged without a draft');
  const { decisions, wording } = previewParts(judged.decided.decisions, judged.wording, type);
  const { document } = wordOpinion(
    {
      case: opened.id,
      type,
      draft: { ...draft, path: originalPath(opened.folder, draft.sha256) },
      files: submittedFiles(opened),
      checked: judged.checked,
      decisions,
      wording,
      places: placesOf(judged),
    },
    env,
  );
  const marked = { ...document, title: `${previewMark} ${document.title}`, subject: previewMark };
  const exported = await exportOpinion(marked, null, env);
  return {
    pdf: Uint8Array.from(exported.pdf),
    pages: exported.pages,
    sections: sectionsOf(document),
    fontsSubstituted: exported.substitutions.map((substitution) => ({ ...substitution })),
  };
}
