import type { PaneLook } from './types.ts';

/** A rectangle in the overlay's own coordinates. */
export interface OverlayBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Joins the rectangles of one line of text into one, line after line from the top. */
export function joinLines(rects: readonly OverlayBox[]): readonly OverlayBox[] {
  const lines: OverlayBox[] = [];
  for (const rect of [...rects].sort((a, b) => a.top - b.top || a.left - b.left)) {
    if (rect.width === 0) continue;
    const line = lines.at(-1);
    const isSameLine = line !== undefined && rect.top < line.top + line.height / 2;
    if (!isSameLine) {
      lines.push({ left: rect.left, top: rect.top, width: rect.width, height: rect.height });
      continue;
    }
    const left = Math.min(line.left, rect.left);
    const top = Math.min(line.top, rect.top);
    lines[lines.length - 1] = {
      left,
      top,
      width: Math.max(line.left + line.width, rect.left + rect.width) - left,
      height: Math.max(line.top + line.height, rect.top + rect.height) - top,
    };
  }
  return lines;
}

/** What is drawn over the paper without touching its text: the frame of what is selected, the flash of where one landed. */
export class Overlay {
  readonly #frame = document.createElement('div');
  readonly #root: HTMLElement;

  /** @param root lies over the whole paper */
  constructor(root: HTMLElement) {
    this.#root = root;
    root.append(this.#frame);
  }

  /** Draws one box a line; the boxes of a text that goes over several lines are open where it goes on. */
  showFrame(lines: readonly OverlayBox[], look: PaneLook | null): void {
    this.#frame.replaceChildren(
      ...lines.map((line, index) => {
        const box = place(document.createElement('div'), line);
        box.className = 'document-pane-frame';
        if (look !== null) box.dataset['look'] = look;
        box.toggleAttribute('data-continued', index > 0);
        box.toggleAttribute('data-continues', index < lines.length - 1);
        return box;
      }),
    );
  }

  /** Shows for about a second where one has landed. */
  flash(box: OverlayBox): void {
    const flash = place(document.createElement('div'), box);
    flash.className = 'document-pane-flash';
    flash.addEventListener('animationend', () => {
      flash.remove();
    });
    this.#root.querySelectorAll('.document-pane-flash').forEach((old) => {
      old.remove();
    });
    this.#root.append(flash);
  }
}

function place(element: HTMLElement, box: OverlayBox): HTMLElement {
  element.style.left = `${box.left}px`;
  element.style.top = `${box.top}px`;
  element.style.width = `${box.width}px`;
  element.style.height = `${box.height}px`;
  return element;
}
