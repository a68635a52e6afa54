import type { ReactNode } from 'react';
import { opinionText } from '../../text/opinion.ts';
import type { PdfPlace } from '../../ui/pdf-pages/page-text.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Preview } from './use-preview.ts';

/** The parts of the opinion; each leads to its page once that is known. */
export function SectionList(props: {
  /** Null while there are none yet. */
  readonly sections: Preview['sections'] | null;
  readonly isMaking: boolean;
  readonly places: readonly (PdfPlace | null)[];
  readonly goTo: (place: PdfPlace) => void;
}): ReactNode {
  const { sections, isMaking, places, goTo } = props;
  const words = opinionText.sections;
  return (
    <nav className="opinion-section-list" aria-label={words.title}>
      <h3>{words.title}</h3>
      {sections === null && isMaking && <Skeleton lines={6} />}
      {sections === null && !isMaking && <p className="opinion-remark">{words.empty}</p>}
      <ol>
        {sections?.map(({ title, paragraphs }, index) => {
          const place = places[index] ?? null;
          return (
            <li key={`${index} ${title}`}>
              <button
                type="button"
                className="opinion-section-link"
                aria-disabled={place === null}
                onClick={() => {
                  if (place !== null) goTo({ ...place });
                }}
              >
                <span className="opinion-section-title">{title}</span>
                <span className="opinion-section-size">
                  {place === null ? words.paragraphs(paragraphs) : words.page(place.page)}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
