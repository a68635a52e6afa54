import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { parsePgm, type GreyImage } from './pixels.ts';

const run = promisify(execFile);

/** The built assets with the bundled faces; `npm test` builds them first. */
export const assets = resolve(import.meta.dirname, '..', '..', 'dist', 'assets');

/** A piece of text where pdf.js finds it; measures in mm from the top left corner of the sheet. */
export interface TextPiece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Type size in points. */
  readonly size: number;
  /** Marked as no part of the text: page numbers, repeated heads of tables. */
  readonly isArtifact: boolean;
}

/** The text of every page in the order in which it was drawn, read by pdf.js. */
export async function readPdfPages(pdf: Uint8Array): Promise<readonly (readonly TextPiece[])[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: pdf.slice(), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const pages: TextPiece[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const height = page.getViewport({ scale: 1 }).height;
    const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    const pieces: TextPiece[] = [];
    const marks: string[] = [];
    for (const item of items) {
      if ('type' in item) {
        if (item.type === 'endMarkedContent') marks.pop();
        // The type leaves the tag out, which pdf.js gives for BMC and BDC.
        else marks.push((item as { readonly tag?: string }).tag ?? '');
      } else if (item.str.trim() !== '') {
        // The transform is six numbers: scale, skew and position (ISO 32000-1, 8.3.3).
        const [size = 0, , , , x = 0, y = 0] = item.transform as readonly number[];
        pieces.push({
          text: item.str,
          left: mm(x),
          right: mm(x + item.width),
          baseline: mm(height - y),
          size,
          isArtifact: marks.includes('Artifact'),
        });
      }
    }
    pages.push(pieces);
  }
  await task.destroy();
  return pages;
}

function mm(points: number): number {
  return (points * 25.4) / 72;
}

/** Pieces on one base line put together, from the top of the page down, each line from left to right. */
export function linesOf(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const lines: TextPiece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const line = lines.at(-1);
    if (line?.[0] && Math.abs(line[0].baseline - piece.baseline) < 0.2) line.push(piece);
    else lines.push([piece]);
  }
  return lines.flatMap((line) => {
    const ordered = line.sort((a, b) => a.left - b.left);
    const [first] = ordered;
    const last = ordered.at(-1);
    return first && last
      ? [{ ...first, right: last.right, text: ordered.map((piece) => piece.text.replaceAll(/\s/gu, '')).join('') }]
      : [];
  });
}

/** The words of a text alone, to compare what was set in lines with what was written. */
export function withoutSpace(text: string): string {
  return text.replaceAll(/\s/gu, '');
}

/** Writes a file for an outside tool and gives its path. */
export async function writeTo(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

/** What a tool prints. @throws Error when it fails */
export async function output(tool: string, ...options: readonly string[]): Promise<string> {
  const { stdout, stderr } = await run(tool, [...options], { maxBuffer: 64 << 20 });
  return stdout + stderr;
}

/** Every page as poppler draws it, in grey. */
export async function drawWithPoppler(pdf: string, folder: string, resolution: number): Promise<readonly GreyImage[]> {
  const target = join(folder, 'poppler');
  await mkdir(target);
  await run('pdftoppm', ['-gray', '-r', String(resolution), pdf, join(target, 'page')]);
  return readPages(target);
}

/** Every page as mupdf draws it, in grey. */
export async function drawWithMupdf(pdf: string, folder: string, resolution: number): Promise<readonly GreyImage[]> {
  const target = join(folder, 'mupdf');
  await mkdir(target);
  await run('mutool', ['draw', '-q', '-c', 'gray', '-r', String(resolution), '-o', join(target, 'page-%02d.pgm'), pdf]);
  return readPages(target);
}

async function readPages(folder: string): Promise<readonly GreyImage[]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map(async (name) => parsePgm(new Uint8Array(await readFile(join(folder, name))))));
}

/** Stand-ins by name, so that LibreOffice sets the official faces with the bundled ones wherever the test runs. */
const aliases: readonly (readonly [wanted: string, used: string])[] = [
  ['方正小标宋简体', 'Noto Serif SC'],
  ['仿宋_GB2312', 'Noto Serif SC'],
  ['楷体_GB2312', 'Noto Serif SC'],
  ['宋体', 'Noto Serif SC'],
  ['黑体', 'Noto Sans SC'],
];

/** The PDFs that LibreOffice makes of files, in a profile of its own in `folder` and with the bundled faces alone. */
export async function convertWithLibreOffice(folder: string, ...files: readonly string[]): Promise<Uint8Array[]> {
  const fonts = await writeTo(
    folder,
    'fonts.conf',
    new TextEncoder().encode(
      '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>' +
        `<dir>${join(assets, 'fonts')}</dir><cachedir>${join(folder, 'font-cache')}</cachedir>` +
        aliases
          .map(
            ([wanted, used]) =>
              `<alias binding="same"><family>${wanted}</family><prefer><family>${used}</family></prefer></alias>`,
          )
          .join('') +
        '</fontconfig>',
    ),
  );
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const target = join(folder, 'libreoffice');
  await run(
    'soffice',
    [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', target, ...files],
    { env: { ...process.env, FONTCONFIG_FILE: fonts }, timeout: 120_000 },
  );
  return Promise.all(
    files.map(async (file) => new Uint8Array(await readFile(join(target, `${basename(file, extname(file))}.pdf`)))),
  );
}
