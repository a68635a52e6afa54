import { buildDocument } from '../../shared/document/build-document.ts';
import type { ReviewedDocument } from '../../shared/document/document.ts';
import { plainParagraph, type SourceParagraph } from '../../shared/document/source.ts';

/** A document made of lines as a text file has them; a line may be given as a paragraph with more than text. */
export function documentOf(...lines: (string | Partial<SourceParagraph>)[]): ReviewedDocument {
  const paragraphs = lines
    .flatMap((line): readonly Partial<SourceParagraph>[] =>
      typeof line === 'string' ? line.split('\n').map((text) => ({ text })) : [line],
    )
    .map((line): SourceParagraph => ({ ...plainParagraph, ...line }));
  return buildDocument({ format: 'txt', paragraphs, xray: [], warnings: [] }, '0'.repeat(64));
}
