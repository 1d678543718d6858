import { useAuth } from '@strapi/strapi/admin';
import { Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { useText } from '../text/use-text';
import { readPermission } from './records';
import { actsAddress } from './use-shown-article';

const { action, subject } = readPermission('acts');

/** A link to what was done to an article, for users who may read the list of acts. */
export const ActsLink = ({ documentId }: { documentId: string }) => {
  const text = useText();
  // Not `useRBAC`: if it runs before the user's permissions are there, it finds none and does not check again.
  const permissions = useAuth('ActsLink', (auth) => auth.permissions);
  if (!permissions.some((one) => one.action === action && one.subject === subject)) return null;
  return (
    <Link tag={NavLink} to={actsAddress(documentId)}>
      {text('records.ofArticle')}
    </Link>
  );
};
