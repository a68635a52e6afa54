import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import type { FontSubstitution } from '../../../shared/opinion/opinion.ts';
import type { Environment } from '../environment.ts';
import { loadFace, type LoadedFace } from './loaded-face.ts';
import { readFaces, type SfntFace } from './sfnt.ts';

/** What a face is used for in an official document. */
export type FontRole = 'title' | 'body' | 'heading1' | 'heading2' | 'pageNumber';

/** All roles, in the order in which substitutions are told. */
export const fontRoles: readonly FontRole[] = ['title', 'body', 'heading1', 'heading2', 'pageNumber'];

/** The name that GB/T 9704 and Chinese word processors use for each role; the DOCX says these. */
export const officialNames: Readonly<Record<FontRole, string>> = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  heading1: '黑体',
  heading2: '楷体_GB2312',
  pageNumber: '宋体',
};

/**
 * Names under which a workstation may keep the official face, best first: family, full and PostScript names of the
 * older GB2312 fonts and of those that come with Windows today.
 */
export const acceptedNames: Readonly<Record<FontRole, readonly string[]>> = {
  title: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05'],
  body: ['仿宋_GB2312', 'FangSong_GB2312', '仿宋', 'FangSong'],
  heading1: ['黑体', 'SimHei'],
  heading2: ['楷体_GB2312', 'KaiTi_GB2312', '楷体', 'KaiTi'],
  pageNumber: ['宋体', 'SimSun'],
};

/** The bundled faces, and the name by which substitutions are told. */
const bundled = {
  serif: { file: 'NotoSerifSC-Regular.ttf', name: 'Noto Serif SC' },
  serifBold: { file: 'NotoSerifSC-Bold.ttf', name: 'Noto Serif SC Bold' },
  sans: { file: 'NotoSansSC-Regular.ttf', name: 'Noto Sans SC' },
} as const;

const standIns: Readonly<Record<FontRole, keyof typeof bundled>> = {
  title: 'serifBold',
  body: 'serif',
  heading1: 'sans',
  heading2: 'serif',
  pageNumber: 'serif',
};

/** A face of the workstation that bears an official name and yet cannot be used. */
export interface RefusedFace {
  readonly name: string;
  readonly file: string;
  /** Chinese, for the person. */
  readonly reason: string;
}

/** The faces of one export. */
export interface FaceSet {
  /** For every role the faces to try, glyph by glyph: the chosen one first, then the bundled ones. */
  readonly chains: Readonly<Record<FontRole, readonly LoadedFace[]>>;
  readonly substitutions: readonly FontSubstitution[];
  readonly refused: readonly RefusedFace[];
}

interface Candidate {
  readonly file: string;
  readonly face: SfntFace;
}

const FILES_LIMIT = 20_000;
const DEPTH_LIMIT = 5;
/** The largest CJK collections are about 120 MB. */
const FONT_SIZE_LIMIT = 160 << 20;

/**
 * Picks for each role the official face, where the workstation has it and its maker allows embedding, or else the
 * bundled stand-in. Two runs over the same folders pick the same.
 * @throws AppError `font-unusable` when a bundled face is missing or damaged
 */
export async function chooseFaces(environment: Pick<Environment, 'fontFolders' | 'assets'>): Promise<FaceSet> {
  const stock = {
    serif: await loadBundled(environment.assets, 'serif'),
    serifBold: await loadBundled(environment.assets, 'serifBold'),
    sans: await loadBundled(environment.assets, 'sans'),
  };
  const candidates = await findCandidates(environment.fontFolders);
  const refused: RefusedFace[] = [];
  const substitutions: FontSubstitution[] = [];
  const choose = async (role: FontRole): Promise<readonly LoadedFace[]> => {
    const standIn = stock[standIns[role]];
    const found = await pick(role, candidates, refused);
    if (!found) substitutions.push({ wanted: officialNames[role], used: standIn.name });
    return [...new Set([...(found ? [found] : []), standIn, stock.serif, stock.sans])];
  };
  const chains = {
    title: await choose('title'),
    body: await choose('body'),
    heading1: await choose('heading1'),
    heading2: await choose('heading2'),
    pageNumber: await choose('pageNumber'),
  };
  return { chains, substitutions, refused };
}

async function loadBundled(assets: string, key: keyof typeof bundled): Promise<LoadedFace> {
  const { file, name } = bundled[key];
  try {
    return loadFace(await readFile(join(assets, 'fonts', file)), name, undefined);
  } catch (cause) {
    throw new AppError('font-unusable', `随程序安装的字体“${file}”缺失或损坏，无法生成 PDF，请重新安装本程序。`, {
      cause,
      data: { file },
    });
  }
}

/** Every face in the folders that bears an accepted name, in a fixed order. Folders that do not exist hold none. */
async function findCandidates(folders: readonly string[]): Promise<readonly Candidate[]> {
  const wanted = new Set(Object.values(acceptedNames).flat());
  const candidates: Candidate[] = [];
  for (const file of await listFontFiles(folders)) {
    for (const face of await facesOf(file)) {
      if (face.names.some((name) => wanted.has(name)) || wanted.has(face.postscriptName)) {
        candidates.push({ file, face });
      }
    }
  }
  return candidates;
}

async function listFontFiles(folders: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  const visit = async (folder: string, depth: number): Promise<void> => {
    // A folder that is missing or closed to us holds no font that we could use.
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (files.length >= FILES_LIMIT) return;
      if (entry.isDirectory() && depth < DEPTH_LIMIT) await visit(path, depth + 1);
      else if (/\.(ttf|otf|ttc|otc)$/iu.test(entry.name)) files.push(path);
    }
  };
  for (const folder of folders) await visit(folder, 0);
  return files;
}

async function facesOf(file: string): Promise<readonly SfntFace[]> {
  const handle = await open(file, 'r').catch(() => null);
  if (!handle) return [];
  try {
    return await readFaces(async (offset, length) => {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    });
  } catch {
    return [];
  } finally {
    await handle.close();
  }
}

async function pick(
  role: FontRole,
  candidates: readonly Candidate[],
  refused: RefusedFace[],
): Promise<LoadedFace | null> {
  for (const name of acceptedNames[role]) {
    for (const { file, face } of candidates) {
      if (!face.names.includes(name) && face.postscriptName !== name) continue;
      const reason = whyNotEmbeddable(face) ?? (await tryLoad(file, face, name));
      if (typeof reason !== 'string') return reason;
      if (!refused.some((entry) => entry.file === file && entry.reason === reason))
        refused.push({ name, file, reason });
    }
  }
  return null;
}

/** Why the maker's rights or the kind of font forbid embedding a subset (`OS/2.fsType`, OpenType 1.9); null if nothing. */
function whyNotEmbeddable(face: SfntFace): string | null {
  if (face.fsType === null) return '字体未说明是否允许嵌入';
  if ((face.fsType & 0x0002) !== 0) return '字体的许可禁止嵌入';
  if ((face.fsType & 0x0100) !== 0) return '字体的许可禁止只嵌入用到的字';
  if ((face.fsType & 0x0200) !== 0) return '字体的许可只允许嵌入点阵';
  if (face.isBoldOrItalic) return '是加粗或倾斜的变体';
  if (face.isVariable) return '可变字体暂不支持嵌入';
  if (face.outlines === 'none') return '字体没有可嵌入的轮廓';
  if (face.isInCollection && face.postscriptName === '') return '字体集中的这一款没有可供选取的名称';
  return null;
}

/** Loads the face, or says why it cannot be used. */
async function tryLoad(file: string, face: SfntFace, name: string): Promise<LoadedFace | string> {
  try {
    const bytes = await readFile(file);
    if (bytes.length > FONT_SIZE_LIMIT) return '字体文件过大';
    const loaded = loadFace(bytes, name, face.isInCollection ? face.postscriptName : undefined);
    return loaded.glyph('法') === null ? '字体缺少常用汉字' : loaded;
  } catch {
    return '字体文件损坏';
  }
}
