import type { ReactNode } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { text } from '../../app/text.ts';
import { CheckCatalogue } from './check-catalogue.tsx';
import { LawPackCard, RulePackCards } from './pack-cards.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import './about-room.css';

/**
 * The first screen: what the desk is, what it does today, and on which rules and law it stands.
 * @param props.about null while it is being read
 */
export function AboutRoom(props: { readonly about: CallOutput<'system.about'> | null }): ReactNode {
  const { about } = props;
  return (
    <div className="about">
      <main className="about-main">
        <article className="paper">
          <h2 className="paper-title">{text.name}</h2>
          <p className="paper-lead">{text.about.lead}</p>
          <section aria-labelledby="about-now">
            <h3 id="about-now">{text.about.now.title}</h3>
            <p>{text.about.now.note}</p>
            <dl className="commands">
              {text.about.commands.map(({ command, does }) => (
                <div key={command}>
                  <dt>
                    <code>{command}</code>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
            <p className="paper-note">
              {text.about.now.example}
              <code>{text.about.now.exampleCommand}</code>
            </p>
          </section>
          <section aria-labelledby="about-checks">
            <h3 id="about-checks">
              {text.about.checks.title}
              {about !== null && <span className="count">{text.about.checks.count(about.checks.length)}</span>}
            </h3>
            {about === null ? <Skeleton lines={6} /> : <CheckCatalogue checks={about.checks} />}
          </section>
        </article>
      </main>
      <aside className="about-side" aria-busy={about === null}>
        {about === null ? (
          <Skeleton lines={8} label={text.loading} />
        ) : (
          <>
            <RulePackCards packs={about.rulePacks} />
            <LawPackCard pack={about.lawPack} />
          </>
        )}
      </aside>
    </div>
  );
}
