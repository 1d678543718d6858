import type { Correction } from '../newsroom/text/corrections';
import type { ArticleContent } from './article';
import type { Labels } from './labels/labels';
import { Moment } from './Moment';

interface Shown {
  locale: string;
  labels: Labels;
}

/** When the article was first published, and when it was updated, corrected or retracted. */
export const PublicationTimes = ({
  article: { publishedAt, firstPublishedAt, correctedAt, retractedAt },
  locale,
  labels,
}: Shown & {
  article: Pick<ArticleContent, 'publishedAt' | 'firstPublishedAt' | 'correctedAt' | 'retractedAt'>;
}) => {
  const first = firstPublishedAt ?? publishedAt;
  if (!first) return null;
  // A correction is also a publication. It is shown once, as a correction.
  const isUpdated = publishedAt !== null && publishedAt > (correctedAt ?? first) && !retractedAt;
  return (
    <>
      <Moment locale={locale} at={first} />
      {correctedAt && (
        <span>
          {labels.corrected} <Moment locale={locale} at={correctedAt} />
        </span>
      )}
      {isUpdated && (
        <span>
          {labels.updated} <Moment locale={locale} at={publishedAt} />
        </span>
      )}
    </>
  );
};

/** The notice that replaces the text of a retracted article. */
export const RetractionNotice = ({
  corrections,
  locale,
  labels,
}: Shown & { corrections: readonly Correction[] }) => {
  const retraction = corrections.find(({ kind }) => kind === 'retraction');
  return (
    <section className="retraction" aria-labelledby="retraction">
      <h2 id="retraction">{labels.retracted}</h2>
      {retraction && (
        <>
          <p dir="auto">{retraction.text}</p>
          <p>
            <Moment locale={locale} at={retraction.at} />
          </p>
        </>
      )}
    </section>
  );
};

/** The corrections, newest first. */
export const CorrectionList = ({
  corrections,
  locale,
  labels,
}: Shown & { corrections: readonly Correction[] }) => {
  const told = corrections.filter(({ kind }) => kind === 'correction');
  if (told.length === 0) return null;
  return (
    <section className="corrections" aria-labelledby="corrections">
      <h2 id="corrections">{labels.corrections}</h2>
      <ul>
        {told.map(({ at, text }) => (
          <li key={at}>
            <Moment locale={locale} at={at} /> <span dir="auto">{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
