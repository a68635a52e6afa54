import { Suspense, useEffect, type ReactNode } from 'react';
import { Skeleton } from '../ui/skeleton.tsx';
import { Controls } from './controls.tsx';
import { useDesk } from './desk-store.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Frame } from './frame.tsx';
import { rooms } from './rooms.tsx';
import { text } from './text.ts';

/** The window: the frame, and in it one room at a time. */
export function App(): ReactNode {
  const room = useDesk((desk) => desk.room);
  const start = useDesk((desk) => desk.start);
  useEffect(() => {
    void start();
  }, [start]);
  const Current = rooms[room];
  return (
    <Controls>
      <Frame>
        <ErrorBoundary key={room}>
          <Suspense fallback={<Skeleton lines={8} label={text.app.loading} />}>{Current && <Current />}</Suspense>
        </ErrorBoundary>
      </Frame>
    </Controls>
  );
}
