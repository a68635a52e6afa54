import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useCase } from '../../app/case-store.ts';
import { opinionText } from '../../text/opinion.ts';
import { findHeadings, type PageText, type PdfPlace } from '../../ui/pdf-pages/page-text.ts';
import { IssuedPages } from '../issue/issued-pages.tsx';
import { useIssued } from '../issue/use-issued.ts';
import { GatePanel } from './gate-panel.tsx';
import { HeadFields } from './head-fields.tsx';
import { PreviewPages } from './preview-pages.tsx';
import { SectionList } from './section-list.tsx';
import { usePreview } from './use-preview.ts';
import './opinion-room.css';

/** 意见: what the opinion says, its real pages, and what stands between it and being issued. */
export function OpinionRoom(): ReactNode {
  const isIssued = useCase((open) => open.work !== null && open.work.issued !== null);
  const preview = usePreview(!isIssued);
  const issued = useIssued(isIssued);
  const [texts, setTexts] = useState<readonly PageText[]>([]);
  const [place, setPlace] = useState<PdfPlace | null>(null);
  const keepTexts = useCallback((read: readonly PageText[]) => setTexts(read), []);
  const sections = preview.value?.sections ?? null;
  const places = useMemo(() => findHeadings(texts, sections?.map(({ title }) => title) ?? []), [texts, sections]);
  return (
    <div className="opinion">
      <div className="opinion-left" data-pane="sections">
        {!isIssued && <SectionList sections={sections} isMaking={preview.isMaking} places={places} goTo={setPlace} />}
        <HeadFields />
      </div>
      {isIssued ? (
        <IssuedPages issued={issued} />
      ) : (
        <PreviewPages preview={preview} place={place} onTexts={keepTexts} />
      )}
      <GatePanel />
      <h2 className="visually-hidden">{opinionText.title}</h2>
    </div>
  );
}
