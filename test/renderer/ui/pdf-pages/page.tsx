import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { findHeadings, type PageText, type PdfPlace } from '../../../../renderer/ui/pdf-pages/page-text.ts';
import { PdfPages } from '../../../../renderer/ui/pdf-pages/pdf-pages.tsx';

/** What the page offers to a test. */
export interface PdfTestPage {
  /** Shows a file that the page may load; null while there is none. */
  show: (path: string | null) => Promise<void>;
  goTo: (place: PdfPlace) => void;
  readonly find: (headings: readonly string[]) => readonly (PdfPlace | null)[];
}

declare global {
  /** Set by this page for the test that drives it. */
  var pdfTest: PdfTestPage;
}

const root = createRoot(document.body.appendChild(document.createElement('div')));
let bytes: Uint8Array | null = null;
let texts: readonly PageText[] = [];

function render(place: PdfPlace | null): void {
  root.render(
    <StrictMode>
      <div style={{ height: '100vh' }}>
        <PdfPages bytes={bytes} label="意见" onTexts={keepTexts} place={place} />
      </div>
    </StrictMode>,
  );
}

function keepTexts(read: readonly PageText[]): void {
  texts = read;
}

globalThis.pdfTest = {
  show: async (path) => {
    bytes = path === null ? null : new Uint8Array(await (await fetch(path)).arrayBuffer());
    render(null);
  },
  goTo: render,
  find: (headings) => findHeadings(texts, headings),
};
