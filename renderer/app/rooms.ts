import type { ComponentType } from 'react';
import type { Room } from './desk-store.ts';

type Load = () => Promise<ComponentType>;

/** Where each room comes from; those that a person enters next come first. */
const loads: Readonly<Record<Room, Load>> = {
  cases: async () => (await import('../rooms/cases/cases-room.tsx')).CasesRoom,
  desk: async () => (await import('../rooms/desk/desk-room.tsx')).DeskRoom,
  intake: async () => (await import('../rooms/intake/intake-room.tsx')).IntakeRoom,
  opinion: async () => (await import('../rooms/opinion/opinion-room.tsx')).OpinionRoom,
  issue: async () => (await import('../rooms/issue/issue-room.tsx')).IssueRoom,
  verify: async () => (await import('../rooms/verify/verify-room.tsx')).VerifyRoom,
  rules: async () => (await import('../rooms/rules/rules-room.tsx')).RulesRoom,
  law: async () => (await import('../rooms/law/law-room.tsx')).LawRoom,
  settings: async () => (await import('../rooms/settings/settings-room.tsx')).SettingsRoom,
};

const rooms = Object.keys(loads) as readonly Room[]; // Object.keys forgets the keys' type.
const codes = new Map<Room, Promise<ComponentType>>();

/**
 * The code of a room, always the same promise. Once it is there, `status` and `value` say so, by which React's `use` reads
 * it without passing through a placeholder: once one has been shown, React lets a third of a second pass before it shows
 * what came in its place.
 */
export function codeOf(room: Room): Promise<ComponentType> {
  const known = codes.get(room);
  if (known !== undefined) return known;
  const code = loads[room]();
  codes.set(room, code);
  void code.then(
    (value) => Object.assign(code, { status: 'fulfilled', value }),
    // Whoever enters the room is told; the next to enter tries again.
    () => codes.delete(room),
  );
  return code;
}

/** Loads every room while the window has nothing else to do, so that entering one does not wait for its code. */
export function preloadRooms(): void {
  const next = (left: readonly Room[]): void => {
    const [room, ...rest] = left;
    if (room === undefined) return;
    const go = (): void => next(rest);
    requestIdleCallback(() => void codeOf(room).then(go, go), { timeout: 2000 });
  };
  next(rooms);
}

/** The rooms of the open case, in the order of its steps; the others are reached from the rail. */
export const caseRooms: readonly Room[] = ['intake', 'desk', 'opinion', 'issue'];

/** The rooms that belong to no case, in the order of the rail. */
export const otherRooms: readonly Room[] = ['cases', 'rules', 'law', 'verify', 'settings'];
