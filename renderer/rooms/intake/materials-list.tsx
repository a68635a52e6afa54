import type { ReactNode } from 'react';
import { materialStates } from '../../../shared/cases/case-work.ts';
import { text } from '../../app/text.ts';
import { Segments } from '../../ui/segments.tsx';
import type { Intake } from './use-intake.ts';

/** What a submission of this type needs, and whether it is there; what is missing is summed up. */
export function MaterialsList(props: { readonly intake: Intake }): ReactNode {
  const { opened, work, isEditable, edit } = props.intake;
  const words = text.intake.materials;
  const required = opened.materials.filter(({ requirement }) => requirement === 'required');
  const missing = required.filter(({ role }) => work.materials[role] === 'missing').map(({ role }) => role);
  const undecided = required.filter(({ role }) => work.materials[role] === undefined).length;
  return (
    <section id="intake-materials" className="intake-card" aria-labelledby="intake-materials-title" tabIndex={-1}>
      <h3 id="intake-materials-title">
        {words.title}
        <span className="intake-legend">{words.legend}</span>
      </h3>
      {opened.materials.length === 0 && <p className="empty">{words.empty}</p>}
      {missing.length > 0 && (
        <p className="intake-missing">
          <span aria-hidden="true">▲ </span>
          {words.missing(missing)}
        </p>
      )}
      {undecided > 0 && <p className="intake-note">{words.open(undecided)}</p>}
      {required.length > 0 && missing.length === 0 && undecided === 0 && (
        <p className="intake-clean">
          <span aria-hidden="true">✓ </span>
          {words.complete}
        </p>
      )}
      <ul className="intake-materials">
        {opened.materials.map((material) => (
          <li key={material.role}>
            <span
              className={`intake-requirement intake-${material.requirement}`}
              role="img"
              aria-label={words[material.requirement]}
            >
              {material.requirement === 'required' ? '●' : '○'}
            </span>
            <div>
              <p>{material.role}</p>
              {(material.detail !== null || material.condition !== null) && (
                <p className="intake-note">{[material.detail, material.condition].filter(Boolean).join('；')}</p>
              )}
            </div>
            <Segments
              label={material.role}
              options={materialStates.map((state) => ({ value: state, label: words.states[state] }))}
              value={work.materials[material.role] ?? null}
              isDisabled={!isEditable}
              onChange={(state) => edit({ kind: 'material.set', role: material.role, state })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
