import { AppError } from '../../../shared/contract/errors.ts';
import type { Extraction, ExtractionWarning } from '../../../shared/document/source.ts';
import type { ExtractLimits, FormatReader } from './format.ts';
import { BlockReader } from './odt/block-reader.ts';
import { readChanges } from './odt/changes.ts';
import { isOdfText, openOdf, partSection, type OdfParts } from './odt/package.ts';
import { readOdfXray } from './odt/package-xray.ts';
import { joinStyles, OdfStyles, readCommonStyles } from './odt/style-sheet.ts';
import { Translation, type Surroundings } from './odt/translation.ts';
import { readWordParts } from './wordml/read-word-parts.ts';
import { child, type XmlElement } from './xml.ts';

/** Headers and footers of all page layouts, those of the first and of left pages among them. */
function listMargins(parts: OdfParts, kind: 'header' | 'footer'): readonly XmlElement[] {
  const names = [kind, `${kind}-left`, `${kind}-first`];
  return partSection(parts.styles, 'office:master-styles')
    .filter(({ name }) => name === 'style:master-page')
    .flatMap((page) => names.flatMap((name) => [child(page, `style:${name}`), child(page, `loext:${name}`)]))
    .filter((margin) => margin !== null)
    .filter(({ attributes }) => attributes['style:display'] !== 'false');
}

async function extract(bytes: Uint8Array, limits: ExtractLimits): Promise<Extraction> {
  if (bytes.length > limits.maxFileBytes) {
    throw new AppError('limit-exceeded', `文件超过 ${limits.maxFileBytes} 字节的上限。请拆分后分别提交。`);
  }
  const parts = await openOdf(bytes, limits);
  const common = readCommonStyles([
    ...partSection(parts.styles, 'office:styles'),
    ...partSection(parts.content, 'office:styles'),
  ]);
  const contentStyles = new OdfStyles('content', partSection(parts.content, 'office:automatic-styles'), common);
  const marginStyles = new OdfStyles('margins', partSection(parts.styles, 'office:automatic-styles'), common);
  const translation = new Translation(limits);
  const reader = new BlockReader(translation);

  const readPart = (name: string, container: XmlElement, styles: OdfStyles): XmlElement => {
    const around: Surroundings = { styles, isHidden: false, list: null };
    for (const [id, change] of readChanges(child(container, 'text:tracked-changes'))) {
      translation.changes.set(id, change);
    }
    const part = translation.maker.make(name);
    reader.story(container, part.children, around);
    return part;
  };
  const text = child(child(parts.content, 'office:body'), 'office:text');
  if (!text) throw new AppError('damaged-file', '文件里没有 ODF 正文，可能已损坏。请重新导出后提交。');
  const body = readPart('w:body', text, contentStyles);
  const headers = listMargins(parts, 'header').map((margin) => readPart('w:hdr', margin, marginStyles));
  const footers = listMargins(parts, 'footer').map((margin) => readPart('w:ftr', margin, marginStyles));

  const warnings: ExtractionWarning[] = [];
  if (parts.wasRepaired) {
    warnings.push({
      code: 'characters-dropped',
      message: '文件里有不允许的控制字符或无法解码的字节，已去掉，请核对原文。',
    });
  }
  return readWordParts(
    {
      format: 'odt',
      formatName: 'ODF',
      body,
      headers,
      footers,
      footnotes: translation.footnotes,
      endnotes: translation.endnotes,
      comments: translation.comments,
      styles: joinStyles({ content: contentStyles, margins: marginStyles }),
      numbering: translation.lists.definitions,
      xray: [...translation.xray, ...readOdfXray(parts)],
      warnings,
      unknownSymbols: translation.unknownSymbols,
    },
    limits,
  );
}

/**
 * OpenDocument texts (ODF 1.0 to 1.3), packed (.odt, .ott) and flat (.fodt), in both views of their tracked changes.
 *
 * Automatic numbers are not stored in such files: they are computed from the list styles. Pages are not known.
 */
export const odtReader: FormatReader = {
  id: 'odt',
  extensions: ['odt', 'ott', 'fodt'],
  recognise: isOdfText,
  extract: (bytes, limits) => extract(bytes, limits),
};
