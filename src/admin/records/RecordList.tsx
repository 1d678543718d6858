import { Button, Flex, Loader, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { ReadFailure } from '../failures/ReadFailure';
import { useText } from '../text/use-text';
import type { RecordPageOf } from './records';

interface RecordListProps<Row> {
  answer: RecordPageOf<Row> | undefined;
  isError: boolean;
  page: number;
  onPage(page: number): void;
  onAgain(): void;
  children(row: Row): ReactNode;
}

/** A page of a record, newest first. It is read-only. */
export const RecordList = <Row extends { documentId: string }>({
  answer,
  isError,
  page,
  onPage,
  onAgain,
  children,
}: RecordListProps<Row>) => {
  const text = useText();
  if (isError && !answer) {
    return <ReadFailure message={text('records.failed')} onAgain={onAgain} />;
  }
  if (!answer) return <Loader>{text('records.reading')}</Loader>;
  if (answer.results.length === 0) return <Typography>{text('records.empty')}</Typography>;
  const { pageCount } = answer.pagination;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {answer.results.map((row) => (
          <Flex
            key={row.documentId}
            tag="li"
            direction="column"
            alignItems="flex-start"
            gap={1}
            padding={4}
            background="neutral0"
            hasRadius
            shadow="tableShadow"
            style={{ overflowWrap: 'anywhere' }}
          >
            {children(row)}
          </Flex>
        ))}
      </Flex>
      {pageCount > 1 && (
        <Flex gap={2} justifyContent="flex-end" wrap="wrap">
          <Button variant="tertiary" disabled={page === 1} onClick={() => onPage(page - 1)}>
            {text('records.newer')}
          </Button>
          <Typography>{text('records.page', { page, pageCount })}</Typography>
          <Button variant="tertiary" disabled={page >= pageCount} onClick={() => onPage(page + 1)}>
            {text('records.older')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
};
