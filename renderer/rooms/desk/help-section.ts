/**
 * The lines of one section of a help text, without Markdown's own marks.
 * @param heading as it stands after `## `
 * @returns empty where there is no such section
 */
export function helpSection(markdown: string, heading: string): readonly string[] {
  const lines = markdown.split(/\r?\n/u);
  const start = lines.findIndex((line) => line.trim() === `## ${heading}`);
  if (start < 0) return [];
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith('## '));
  const section = length < 0 ? lines.slice(start + 1) : lines.slice(start + 1, start + 1 + length);
  return section.map(plain).filter((line) => line !== '');
}

function plain(line: string): string {
  return line
    .replace(/^\s*(?:[-*]|\d+\.)\s+/u, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/[`*]/gu, '')
    .trim();
}
