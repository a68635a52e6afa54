import { useDesk } from '../../app/desk-store.ts';
import { revealAtDesk } from '../desk/desk-view.ts';
import type { GateEntry } from './use-gate.ts';

/** Where a line of the gate leads. */
export type GateTarget =
  | { readonly kind: 'item' | 'issue' | 'finding'; readonly id: string }
  | { readonly kind: 'material' | 'reviewer' | 'packs' | 'conclusion' };

/** Where a line of the gate leads; null for one that only says. */
export function targetOf(entry: GateEntry): GateTarget | null {
  const { item, issue, finding, material, code } = entry;
  // An issue first: it is what has to be changed where a line names the item or the finding behind it as well.
  if (issue !== null) return { kind: 'issue', id: issue };
  if (finding !== null) return { kind: 'finding', id: finding };
  if (item !== null) return { kind: 'item', id: item };
  if (material !== null) return { kind: 'material' };
  if (code === 'conclusion-missing' || code === 'conclusion-not-allowed') return { kind: 'conclusion' };
  if (code === 'reviewer-missing') return { kind: 'reviewer' };
  if (code === 'pack-notice') return { kind: 'packs' };
  return null;
}

/** Goes there. The choice of the conclusion is in the room of the opinion itself. */
export function follow(target: GateTarget): void {
  const { navigate } = useDesk.getState();
  switch (target.kind) {
    case 'item':
    case 'issue':
    case 'finding':
      revealAtDesk({ kind: target.kind, id: target.id });
      break;
    case 'material':
      navigate('intake');
      break;
    case 'reviewer':
      navigate('settings');
      break;
    case 'packs':
      navigate('rules');
      break;
    case 'conclusion':
      navigate('opinion');
      requestAnimationFrame(() => document.querySelector<HTMLElement>('input[name="conclusion"]')?.focus());
      break;
  }
}
