import type { ReactNode } from 'react';
import { useDesk, type Room } from './desk-store.ts';
import { caseRooms, rooms } from './rooms.tsx';
import { text } from './text.ts';

const entries: readonly Room[] = ['cases', 'rules', 'law', 'verify', 'settings'];

/** The rooms that belong to no case, at the left edge; a room of a case counts as 案卷. */
export function Rail(): ReactNode {
  const room = useDesk((desk) => desk.room);
  const navigate = useDesk((desk) => desk.navigate);
  const current = caseRooms.includes(room) ? 'cases' : room;
  return (
    <nav className="rail" aria-label={text.app.rail} data-pane="rail">
      {entries
        .filter((entry) => entry in rooms)
        .map((entry) => (
          <button
            key={entry}
            type="button"
            className="rail-entry"
            aria-current={entry === room ? 'page' : entry === current ? 'true' : undefined}
            onClick={() => navigate(entry)}
          >
            <span className="rail-mark" aria-hidden="true">
              {text.app.rooms[entry].mark}
            </span>
            {text.app.rooms[entry].name}
          </button>
        ))}
    </nav>
  );
}
