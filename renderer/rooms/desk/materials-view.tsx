import type { ReactNode } from 'react';
import { useCase } from '../../app/case-store.ts';
import { useDesk } from '../../app/desk-store.ts';
import { deskText } from '../../text/desk.ts';
import { materialsOf } from './desk-derived.ts';

/** 材料: what the rules ask for and what is there. */
export function MaterialsView(): ReactNode {
  const listed = useCase(materialsOf);
  const words = deskText.materials;
  return (
    <>
      {listed.length === 0 ? (
        <p className="desk-empty">{words.empty}</p>
      ) : (
        <ul className="desk-materials" aria-label={words.label}>
          {listed.map(({ material, state, files }) => (
            <li key={material.role} data-state={state ?? 'unknown'} data-requirement={material.requirement}>
              <span className="desk-material-role">{material.role}</span>
              <span className="desk-material-state">{words.states[state ?? 'unknown']}</span>
              <span className="desk-finding-note">
                {[words[material.requirement], material.condition, material.detail, ...files]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="desk-foot">
        <button type="button" className="desk-link" onClick={() => useDesk.getState().navigate('intake')}>
          {words.toIntake}
        </button>
      </p>
    </>
  );
}
