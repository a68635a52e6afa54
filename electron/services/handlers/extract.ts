import type { Handlers } from '../../../shared/contract/contract.ts';
import { analyse } from '../../../shared/document/structure/analyse.ts';
import { countText } from '../../../shared/document/structure/count.ts';
import type { Environment } from '../environment.ts';
import { extractFile } from '../extract/extract-file.ts';

/** Handlers of the extract area. */
export const extractHandlers: Pick<Handlers<Environment>, 'extract.file'> = {
  'extract.file': async ({ path }, env) => {
    const document = await extractFile(path, env);
    const { articles, chapters } = countText(analyse(document));
    const { format, sha256, title, text, blocks, xray, warnings } = document;
    return {
      format,
      sha256,
      title,
      text,
      articles: articles.length,
      chapters: chapters.length,
      blocks: [...blocks],
      xray: [...xray],
      warnings: [...warnings],
    };
  },
};
