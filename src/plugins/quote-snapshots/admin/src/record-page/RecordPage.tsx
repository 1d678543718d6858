import { Layouts, Page } from '@strapi/admin/strapi-admin';
import {
  Box,
  Button,
  Flex,
  Loader,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useSearchParams } from 'react-router-dom';
import { useRecordQuery } from '../api/quotes-api';
import { PERMISSIONS } from '../permissions';
import { Unread } from '../text/Unread';
import { useText } from '../text/use-text';
import { readView, writeView, type RecordView } from '../links/record-filter';
import { RecordFilters } from './RecordFilters';
import { RecordRow } from './RecordRow';
import { useExport } from './use-export';

const Record = () => {
  const text = useText();
  const [address, setAddress] = useSearchParams();
  const view = readView(address);
  const { data: answer, isFetching, error, refetch } = useRecordQuery(writeView(view));
  // Rows for other filters must not be shown.
  const data = error ? undefined : answer;
  const { download, isBusy } = useExport(view);
  const show = (change: Partial<RecordView>) => setAddress(writeView({ ...view, page: 1, ...change }));
  const { page, filter } = view;
  const title = data?.data.find(({ document }) => document?.documentId === filter.document)?.document?.title;
  return (
    <Page.Main>
      <Page.Title>{text('record')}</Page.Title>
      <Layouts.Header
        title={text('record')}
        subtitle={text('record.subtitle')}
        primaryAction={
          <Button
            startIcon={<Download />}
            variant="secondary"
            loading={isBusy}
            onClick={() => void download()}
          >
            {text('record.export')}
          </Button>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {/* A link to other rows fills the form anew. */}
          <RecordFilters
            key={JSON.stringify(filter)}
            filter={filter}
            onChange={(changed) => show({ filter: changed })}
          />
          <Flex gap={4} wrap="wrap" justifyContent="space-between">
            <Box minWidth="20rem">
              <SingleSelect
                aria-label={text('record.order')}
                value={view.order}
                onChange={(order) => show({ order: order === 'oldest' ? 'oldest' : 'newest' })}
              >
                <SingleSelectOption value="newest">{text('record.newest')}</SingleSelectOption>
                <SingleSelectOption value="oldest">{text('record.oldest')}</SingleSelectOption>
              </SingleSelect>
            </Box>
            {filter.document && (
              <Flex gap={2} wrap="wrap">
                <Typography>{text('record.onlyOf', { title: title ?? filter.document })}</Typography>
                <Button
                  variant="tertiary"
                  size="S"
                  onClick={() => {
                    const { document: _document, ...others } = filter;
                    show({ filter: others });
                  }}
                >
                  {text('record.all')}
                </Button>
              </Flex>
            )}
          </Flex>
          {error && <Unread what="record.failed" error={error} onAgain={() => void refetch()} />}
          {!data && isFetching && <Loader>{text('history.reading')}</Loader>}
          {data?.data.length === 0 && <Typography>{text('record.empty')}</Typography>}
          {data && data.data.length > 0 && (
            <Flex tag="ul" direction="column" alignItems="stretch" gap={2} aria-busy={isFetching}>
              {data.data.map((snapshot) => (
                <RecordRow key={snapshot.documentId} snapshot={snapshot} />
              ))}
            </Flex>
          )}
          <Flex gap={2} justifyContent="flex-end">
            {page > 1 && (
              <Button variant="tertiary" onClick={() => show({ page: page - 1 })}>
                {text('record.previous')}
              </Button>
            )}
            {(page > 1 || data?.meta.hasMore) && <Typography>{text('record.page', { page })}</Typography>}
            {data?.meta.hasMore && (
              <Button variant="tertiary" onClick={() => show({ page: page + 1 })}>
                {text('record.next')}
              </Button>
            )}
          </Flex>
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
};

/** All snapshots of the documents that the user may read. The page is read-only. */
export const RecordPage = () => (
  <Page.Protect permissions={[PERMISSIONS.readSnapshots]}>
    <Record />
  </Page.Protect>
);
