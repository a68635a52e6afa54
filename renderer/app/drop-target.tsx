import { useEffect, useState, type ReactNode } from 'react';
import { pathsOf } from '../api.ts';
import { useDesk } from './desk-store.ts';
import { useImport } from './import-store.ts';
import { text } from './text.ts';

/**
 * Takes in what is dropped anywhere on the window. A room that takes files for itself prevents the default of
 * `dragover` and `drop`, and is left alone.
 */
export function DropTarget(): ReactNode {
  const [isOver, setOver] = useState(false);
  const take = useImport((imports) => imports.take);
  const toast = useDesk((desk) => desk.toast);
  useEffect(() => {
    let leaving: ReturnType<typeof setTimeout> | undefined;
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      if (event.defaultPrevented || useDesk.getState().room === 'verify') {
        setOver(false);
        return;
      }
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      clearTimeout(leaving);
      // `dragover` comes at least every 350 ms; its absence is the one sure sign that the files have gone.
      leaving = setTimeout(() => setOver(false), 500);
      setOver(true);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      clearTimeout(leaving);
      if (event.defaultPrevented || event.dataTransfer === null || event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      if (useDesk.getState().room === 'verify') return;
      const paths = pathsOf([...event.dataTransfer.files]);
      if (paths.length === 0) toast('failed', text.cases.noPaths);
      else void take(paths);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      clearTimeout(leaving);
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, [take, toast]);
  if (!isOver) return null;
  return (
    <div className="drop" aria-hidden="true">
      <p>{text.app.drop.title}</p>
      <p>{text.app.drop.hint}</p>
    </div>
  );
}
