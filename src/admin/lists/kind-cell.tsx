import { Typography } from '@strapi/design-system';
import { useKindName } from '../text/use-kind-name';

const KindName = ({ kind }: { kind: string }) => {
  const kindName = useKindName();
  return <Typography textColor="neutral800">{kindName(kind)}</Typography>;
};

/** The cell of an article's kind, in the user's language. Strapi would show the stored value. */
export const kindCell = ({ kind }: { kind?: string | null }) => (kind ? <KindName kind={kind} /> : '–');
