import type { ReactNode } from 'react';
import { useDesk } from './desk-store.ts';
import { caseRooms, otherRooms } from './rooms.ts';
import { text } from './text.ts';

/** The rooms that belong to no case, at the left edge; a room of a case counts as 案卷. */
export function Rail(): ReactNode {
  const room = useDesk((desk) => desk.room);
  const navigate = useDesk((desk) => desk.navigate);
  const current = caseRooms.includes(room) ? 'cases' : room;
  return (
    <nav className="rail" aria-label={text.app.rail} data-pane="rail">
      {otherRooms.map((entry) => (
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
