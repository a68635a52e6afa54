import type { Extraction } from '../../shared/document/source.ts';

/**
 * Paragraphs as lines that can be compared at a glance: `part label text`, with what the original view has instead in
 * braces; a paragraph that only stands there is marked `-`. Body text goes without its part.
 */
export function extractionLines(extraction: Extraction): readonly string[] {
  return extraction.paragraphs.map((paragraph) => {
    const { part, label, originalLabel, text, originalText, deleted } = paragraph;
    const labels = [label ?? '', ...(originalLabel === label ? [] : [`{${originalLabel ?? ''}}`])].join('');
    const texts = [
      text.replaceAll('\t', '⇥'),
      ...(originalText === null ? [] : [`{${originalText.replaceAll('\t', '⇥')}}`]),
    ];
    return [deleted ? '-' : '', part === 'body' ? '' : part, labels, texts.join('')]
      .filter((piece) => piece !== '')
      .join(' ');
  });
}

/** Notes of the X-ray as lines: `index kind detail`. */
export function xrayLines(extraction: Extraction): readonly string[] {
  return extraction.xray.map(({ kind, detail, paragraph }) => `${paragraph ?? ''} ${kind} ${detail}`.trim());
}
