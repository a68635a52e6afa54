import { createElement, Suspense, use, useEffect, type ReactNode } from 'react';
import { Skeleton } from '../ui/skeleton.tsx';
import { CaseGate } from './case-gate.tsx';
import { Controls } from './controls.tsx';
import { useDesk, type Room } from './desk-store.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Frame } from './frame.tsx';
import { listen } from './keyboard.ts';
import { Layers } from './layers.tsx';
import { caseRooms, codeOf, preloadRooms } from './rooms.ts';
import { text } from './text.ts';

/** The window: the frame, and in it one room at a time. */
export function App(): ReactNode {
  const room = useDesk((desk) => desk.room);
  const start = useDesk((desk) => desk.start);
  const theme = useDesk((desk) => desk.settings.theme);
  const paperSize = useDesk((desk) => desk.settings.paperSize);
  useEffect(() => {
    void start();
    preloadRooms();
    return listen();
  }, [start]);
  useEffect(() => {
    const { style } = document.documentElement;
    style.colorScheme = theme === 'system' ? 'light dark' : theme;
    style.setProperty('--text-paper', `${paperSize}px`);
  }, [theme, paperSize]);
  const shown = <RoomCode room={room} />;
  return (
    <Controls>
      <Frame>
        <ErrorBoundary key={room}>
          <Suspense fallback={<RoomSkeleton />}>
            {caseRooms.includes(room) ? <CaseGate>{shown}</CaseGate> : shown}
          </Suspense>
        </ErrorBoundary>
      </Frame>
      <Layers />
    </Controls>
  );
}

function RoomCode(props: { readonly room: Room }): ReactNode {
  return createElement(use(codeOf(props.room)));
}

function RoomSkeleton(): ReactNode {
  return (
    <div className="gate">
      <Skeleton lines={8} label={text.app.loading} />
    </div>
  );
}
