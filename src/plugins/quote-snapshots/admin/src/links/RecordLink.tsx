import { Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { useText, type TextKey } from '../text/use-text';
import { recordAddress, type RecordFilter } from './record-filter';

interface RecordLinkProps {
  label: TextKey;
  filter?: RecordFilter;
}

/** A link to the page of the record. */
export const RecordLink = ({ label, filter = {} }: RecordLinkProps) => {
  const text = useText();
  return (
    <Link tag={NavLink} to={recordAddress(filter)}>
      {text(label)}
    </Link>
  );
};
