/** What had the focus last in each pane, to come back to. */
const lastFocused = new WeakMap<Element, HTMLElement>();

const tabbable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

function isVisible(element: Element): boolean {
  return element.getClientRects().length > 0;
}

/** Notes what has the focus in its pane; the function that comes back ends it. */
export function rememberFocus(): () => void {
  const note = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return;
    const pane = target.closest('[data-pane]');
    if (pane !== null) lastFocused.set(pane, target);
  };
  document.addEventListener('focusin', note);
  return () => document.removeEventListener('focusin', note);
}

/** Moves the focus to the next or previous of the window's panes, which are what carries `data-pane`, in order. */
export function movePane(direction: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(isVisible);
  const current = panes.findIndex((pane) => pane.contains(document.activeElement));
  const start = current === -1 && direction === -1 ? 0 : current;
  const pane = panes[(start + direction + panes.length) % panes.length];
  if (pane === undefined) return;
  const last = lastFocused.get(pane);
  const target =
    last !== undefined && pane.contains(last) && isVisible(last)
      ? last
      : [...pane.querySelectorAll<HTMLElement>(tabbable)].find(isVisible);
  if (target === undefined) {
    pane.tabIndex = -1;
    pane.focus();
  } else target.focus();
}
