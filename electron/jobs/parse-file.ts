import { createHash } from 'node:crypto';
import { AppError } from '../../shared/contract/errors.ts';
import { recogniseFormat, refuseFormat } from '../services/extract/formats.ts';
import type { ParseReply, ParseRequest } from './parser-protocol.ts';
import { readWholeFile } from './read-whole-file.ts';

/** Reads one file with the reader that its content asks for. Never throws: what went wrong is the answer. */
export async function parseFile(request: ParseRequest): Promise<ParseReply> {
  try {
    const bytes = await readWholeFile(request.path, request.limits.maxFileBytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const recognised = recogniseFormat(bytes);
    if (recognised.kind === 'unsupported') throw refuseFormat(request.name, recognised.format);
    const extraction = await recognised.reader.extract(bytes, request.limits, request.assets);
    return { kind: 'extraction', sha256, extraction };
  } catch (error) {
    if (error instanceof AppError) return { kind: 'refused', code: error.code, message: error.message };
    return { kind: 'failed', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
