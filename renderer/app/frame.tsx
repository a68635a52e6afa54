import { useEffect, useRef, type ReactNode } from 'react';
import { ProgressBar } from '../ui/progress.tsx';
import { useDesk } from './desk-store.ts';
import { DropTarget } from './drop-target.tsx';
import { useImport } from './import-store.ts';
import { Rail } from './rail.tsx';
import { ReadOnlyBanner } from './read-only-banner.tsx';
import { caseRooms } from './rooms.ts';
import { StatusLine } from './status-line.tsx';
import { text } from './text.ts';
import { TitleBar } from './title-bar.tsx';
import { Toasts } from './toasts.tsx';
import './frame.css';

/** The frame of the desk: title bar above, rooms on the left, status below, and one room in it. */
export function Frame(props: { readonly children: ReactNode }): ReactNode {
  const room = useDesk((desk) => desk.room);
  const main = useRef<HTMLElement>(null);
  const isEntered = useRef(false);
  useEffect(() => {
    const isFirst = !isEntered.current;
    isEntered.current = true;
    if (isFirst) return;
    // Whoever came by the palette or a button that is gone now would otherwise stand nowhere.
    if (document.activeElement === document.body) main.current?.focus();
  }, [room]);
  return (
    <div className="frame">
      <TitleBar />
      <Rail />
      <main ref={main} className="frame-main" tabIndex={-1} aria-label={text.app.rooms[room].name}>
        {caseRooms.includes(room) && <ReadOnlyBanner />}
        <div className="frame-room">{props.children}</div>
      </main>
      <StatusLine />
      <ImportProgress />
      <Toasts />
      <DropTarget />
    </div>
  );
}

function ImportProgress(): ReactNode {
  const progress = useImport((imports) => imports.progress);
  const cancel = useImport((imports) => imports.cancel);
  if (progress === null) return null;
  return (
    <div className="import-progress">
      <ProgressBar progress={progress} label={text.cases.importing} cancel={cancel} />
    </div>
  );
}
