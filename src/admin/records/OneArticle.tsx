import { Button, Flex, Tag } from '@strapi/design-system';
import { Cross, Download } from '@strapi/icons';
import { useText } from '../text/use-text';
import { useActsExport } from './use-acts-export';

interface OneArticleProps {
  documentId: string;
  /** Whether there is a line to download. */
  hasLines: boolean;
  onAll(): void;
}

/** Above the acts of one article: which one it is, the way back to all, and the download. */
export const OneArticle = ({ documentId, hasLines, onAll }: OneArticleProps) => {
  const text = useText();
  const { download, isBusy } = useActsExport();
  return (
    <Flex gap={4} wrap="wrap" justifyContent="space-between" paddingTop={4} paddingBottom={4}>
      <Tag icon={<Cross aria-hidden />} label={text('records.allArticles')} onClick={onAll}>
        {text('records.onlyOne', { article: documentId })}
      </Tag>
      <Button
        variant="tertiary"
        startIcon={<Download />}
        disabled={!hasLines}
        loading={isBusy}
        onClick={() => void download(documentId)}
      >
        {text('records.downloadCsv')}
      </Button>
    </Flex>
  );
};
