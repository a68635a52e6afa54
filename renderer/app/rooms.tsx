import { lazy, type ComponentType } from 'react';
import type { Room } from './desk-store.ts';

/**
 * The rooms that exist, each loaded when it is first entered; a room that is not listed is shown nowhere. A line reads
 * `opinion: lazy(async () => ({ default: (await import('../rooms/opinion/opinion-room.tsx')).OpinionRoom })),`.
 */
export const rooms: Readonly<Partial<Record<Room, ComponentType>>> = {
  cases: lazy(async () => ({ default: (await import('../rooms/cases/cases-room.tsx')).CasesRoom })),
  intake: lazy(async () => ({ default: (await import('../rooms/intake/intake-room.tsx')).IntakeRoom })),
  desk: lazy(async () => ({ default: (await import('../rooms/desk/desk-room.tsx')).DeskRoom })),
  opinion: lazy(async () => ({ default: (await import('../rooms/opinion/opinion-room.tsx')).OpinionRoom })),
  issue: lazy(async () => ({ default: (await import('../rooms/issue/issue-room.tsx')).IssueRoom })),
  verify: lazy(async () => ({ default: (await import('../rooms/verify/verify-room.tsx')).VerifyRoom })),
  rules: lazy(async () => ({ default: (await import('../rooms/rules/rules-room.tsx')).RulesRoom })),
  law: lazy(async () => ({ default: (await import('../rooms/law/law-room.tsx')).LawRoom })),
  settings: lazy(async () => ({ default: (await import('../rooms/settings/settings-room.tsx')).SettingsRoom })),
};

/** The rooms of the open case, in the order of its steps; the others are reached from the rail. */
export const caseRooms: readonly Room[] = ['intake', 'desk', 'opinion', 'issue'];
