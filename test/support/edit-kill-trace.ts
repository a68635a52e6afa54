import { existsSync, promises as files, statSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { relative, sep } from 'node:path';

/**
 * What a process asked of the disk, in the order in which it was told that it was done. Names are paths from the traced
 * folder, which is the empty one.
 */
export type DiskStep =
  | { readonly kind: 'write'; readonly file: number; readonly at: number; readonly base64: string }
  | { readonly kind: 'truncate'; readonly file: number; readonly length: number }
  | { readonly kind: 'sync'; readonly file: number }
  | { readonly kind: 'name'; readonly name: string; readonly file: number }
  | { readonly kind: 'unname'; readonly name: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'sync folder'; readonly folder: string }
  | { readonly kind: 'acknowledged'; readonly edit: string };

/** Bytes that one of the writing calls was given, whatever its form. */
function bytesOf(data: unknown): Buffer {
  if (typeof data === 'string') return Buffer.from(data);
  if (data instanceof Uint8Array) return Buffer.from(data);
  throw new Error('a form of writing that the trace does not know');
}

/**
 * Notes from now on what this process does to the files below a folder, whoever's code does it: Node's own functions are
 * wrapped, and so are the handles that they give out. What it does not know, it refuses, so that nothing is missed.
 * @returns the steps so far, and a place for more
 */
export function traceFolder(folder: string): DiskStep[] {
  const steps: DiskStep[] = [];
  const named = new Map<string, number>();
  const sizes: number[] = [];
  const isTraced = (path: unknown): path is string =>
    typeof path === 'string' && (path === folder || path.startsWith(folder + sep));
  const nameOf = (path: string) => relative(folder, path);
  const sizeOf = (file: number) => sizes[file] ?? 0;

  const name = (path: string): number => {
    const file = sizes.push(0) - 1;
    named.set(nameOf(path), file);
    steps.push({ kind: 'name', name: nameOf(path), file });
    return file;
  };
  const fileOf = (path: string) => named.get(nameOf(path));
  const write = (file: number, at: number, bytes: Buffer) => {
    sizes[file] = Math.max(sizeOf(file), at + bytes.length);
    steps.push({ kind: 'write', file, at, base64: bytes.toString('base64') });
  };
  const truncate = (file: number, length: number) => {
    sizes[file] = length;
    steps.push({ kind: 'truncate', file, length });
  };

  const traceHandle = (handle: FileHandle, file: number, isAppending: boolean) => {
    const real = {
      write: handle.write.bind(handle) as (...args: unknown[]) => Promise<{ bytesWritten: number }>, // Both its forms.
      writeFile: handle.writeFile.bind(handle),
      truncate: handle.truncate.bind(handle),
      sync: handle.sync.bind(handle),
      datasync: handle.datasync.bind(handle),
    };
    let position = 0;
    const place = (at: unknown, length: number) => {
      if (isAppending) return sizeOf(file);
      if (typeof at === 'number') return at;
      position += length;
      return position - length;
    };
    const traced = {
      write: async (data: unknown, ...rest: unknown[]) => {
        const result = await real.write(data, ...rest);
        const [first, , third] = rest;
        const isText = typeof data === 'string';
        const from = !isText && typeof first === 'number' ? first : 0;
        const bytes = bytesOf(data).subarray(from, from + result.bytesWritten);
        write(file, place(isText ? first : third, bytes.length), bytes);
        return result;
      },
      writeFile: async (data: string | Uint8Array) => {
        await real.writeFile(data);
        const bytes = bytesOf(data);
        write(file, place(null, bytes.length), bytes);
      },
      truncate: async (length = 0) => {
        await real.truncate(length);
        truncate(file, length);
      },
      sync: async () => {
        await real.sync();
        steps.push({ kind: 'sync', file });
      },
      datasync: async () => {
        await real.datasync();
        steps.push({ kind: 'sync', file });
      },
    };
    return Object.assign(handle, traced);
  };

  const real = { ...files };
  const unknown = () => Promise.reject(new Error('a call that the trace does not know'));
  Object.assign(files, {
    open: async (...args: Parameters<typeof real.open>) => {
      const [path, flags] = args;
      const existed = existsSync(path);
      const handle = await real.open(...args);
      if (!isTraced(path)) return handle;
      if (statSync(path).isDirectory()) {
        const sync = handle.sync.bind(handle);
        const traced = () => sync().then(() => steps.push({ kind: 'sync folder', folder: nameOf(path) }));
        return Object.assign(handle, { sync: traced });
      }
      if (flags === undefined || flags === 'r') return handle;
      const file = existed ? (fileOf(path) ?? name(path)) : name(path);
      if (existed && String(flags).startsWith('w')) truncate(file, 0);
      const isAppending = typeof flags === 'number' || flags.startsWith('a');
      return traceHandle(handle, file, isAppending);
    },
    writeFile: async (...args: Parameters<typeof real.writeFile>) => {
      const [path, data] = args;
      await real.writeFile(...args);
      if (!isTraced(path)) return;
      const file = fileOf(path) ?? name(path);
      truncate(file, 0);
      write(file, 0, bytesOf(data));
    },
    rename: async (from: string, to: string) => {
      await real.rename(from, to);
      const file = fileOf(from);
      if (file === undefined || file === fileOf(to)) return;
      named.delete(nameOf(from));
      named.set(nameOf(to), file);
      steps.push({ kind: 'rename', from: nameOf(from), to: nameOf(to) });
    },
    link: async (from: string, to: string) => {
      await real.link(from, to);
      const file = fileOf(from);
      if (file === undefined) return;
      named.set(nameOf(to), file);
      steps.push({ kind: 'name', name: nameOf(to), file });
    },
    rm: async (...args: Parameters<typeof real.rm>) => {
      await real.rm(...args);
      if (isTraced(args[0]) && named.delete(nameOf(args[0]))) {
        steps.push({ kind: 'unname', name: nameOf(args[0]) });
      }
    },
    copyFile: unknown,
    appendFile: unknown,
    truncate: unknown,
    unlink: unknown,
  });
  syncBuiltinESMExports();
  return steps;
}
