import type { Handlers } from '../../../shared/contract/contract.ts';
import { analyse } from '../../../shared/document/structure/analyse.ts';
import type { Environment } from '../environment.ts';
import { extractFile } from '../extract/extract-file.ts';

/** Handlers of the extract area. */
export const extractHandlers: Pick<Handlers<Environment>, 'extract.file'> = {
  'extract.file': async ({ path }, env) => {
    const document = await extractFile(path, env);
    const { parts, articles, headings } = analyse(document);
    const body = parts.findIndex((part) => part.kind === 'body');
    const main = body === -1 ? 0 : body;
    const { format, sha256, title, text, blocks, xray, warnings } = document;
    return {
      format,
      sha256,
      title,
      text,
      articles: articles.filter((article) => article.part === main).length,
      chapters: headings.filter((heading) => heading.part === main && heading.level === 1).length,
      blocks: [...blocks],
      xray: [...xray],
      warnings: [...warnings],
    };
  },
};
