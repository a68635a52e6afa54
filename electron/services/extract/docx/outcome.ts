import { AppError } from '../../../../shared/contract/errors.ts';
import type { ExtractionWarning } from '../../../../shared/document/source.ts';
import type { XmlElement } from '../xml.ts';
import type { Reading } from './reading.ts';
import { readStory, startCounters } from './story.ts';

/** Reads headers or footers, each text once: the sections of a document mostly repeat them. */
export function readMargins(reading: Reading, margins: readonly XmlElement[], kind: 'header' | 'footer'): void {
  const counters = startCounters();
  const seen = new Set<string>();
  for (const margin of margins) {
    const first = reading.paragraphs.length;
    const firstNote = reading.xray.length;
    readStory(margin, kind, counters, reading);
    const key = JSON.stringify(reading.paragraphs.slice(first).map(({ text, originalText }) => [text, originalText]));
    if (seen.has(key)) {
      reading.paragraphs.length = first;
      reading.xray.length = firstNote;
    }
    seen.add(key);
  }
}

/** Refuses a document in neither view of which there is a word. @throws AppError `no-text` */
export function expectText(reading: Reading): void {
  const hasText = reading.paragraphs.some(
    ({ text, label, originalText }) => `${text}${label ?? ''}${originalText ?? ''}` !== '',
  );
  if (hasText) return;
  const hint = reading.pictures > 0 ? '，只有图片。请提交文字版文件' : '。请核对是否选错了文件';
  throw new AppError('no-text', `文件里没有文字${hint}。`);
}

/**
 * What could not be read of the stories, whatever the file's format.
 * @param drawings Chinese: what counts as a drawing in this format
 * @param unknownSymbols further ones, met before the stories were read
 */
export function listUnread(reading: Reading, drawings: string, unknownSymbols = 0): readonly ExtractionWarning[] {
  const warnings: ExtractionWarning[] = [];
  const warn = (code: string, message: string) => warnings.push({ code, message });
  const symbols = reading.unknownSymbols + unknownSymbols;
  if (reading.pictures > 0) {
    warn('picture-unread', `文中有 ${reading.pictures} 幅图片，图片里的文字未读取，请人工查看。`);
  }
  if (reading.drawings > 0) {
    warn('drawing-unread', `文中有 ${reading.drawings} 个${drawings}，其中的文字未读取，请人工查看。`);
  }
  if (reading.alternativeParts > 0) {
    warn(
      'altchunk-unread',
      `文中嵌有 ${reading.alternativeParts} 段外来内容（altChunk），未读取，请用 Word 另存后提交。`,
    );
  }
  if (symbols > 0) {
    warn('symbol-unknown', `有 ${symbols} 个符号字体的字符无法辨认，以“\ufffd”代替，请核对原文。`);
  }
  if (reading.oddFormats.size > 0) {
    const names = [...reading.oddFormats].slice(0, 5).map((name) => name.slice(0, 40));
    warn('number-format-unknown', `有不支持的自动编号样式（${names.join('、')}），暂以阿拉伯数字表示，请核对原文。`);
  }
  return warnings;
}
