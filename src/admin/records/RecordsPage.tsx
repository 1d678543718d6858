import { Layouts, Page } from '@strapi/strapi/admin';
import { Tabs } from '@strapi/design-system';
import { useText } from '../text/use-text';
import { Acts } from './Acts';
import { readPermission } from './records';
import { useShownArticle } from './use-shown-article';
import { Wordings } from './Wordings';

const TABS = [
  { name: 'wordings', Content: Wordings },
  { name: 'acts', Content: Acts },
] as const;

const ReadableRecords = ({ shown }: { shown: readonly (typeof TABS)[number][] }) => {
  const text = useText();
  const { article } = useShownArticle();
  const first = (article !== undefined && shown.find(({ name }) => name === 'acts')) || shown[0];
  return (
    <Page.Main>
      <Page.Title>{text('records')}</Page.Title>
      <Layouts.Header title={text('records')} subtitle={text('records.subtitle')} />
      <Layouts.Content>
        <Tabs.Root defaultValue={first?.name ?? ''}>
          <Tabs.List aria-label={text('records')}>
            {shown.map(({ name }) => (
              <Tabs.Trigger key={name} value={name}>
                {text(`records.${name}`)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          {shown.map(({ name, Content }) => (
            <Tabs.Content key={name} value={name}>
              <Content />
            </Tabs.Content>
          ))}
        </Tabs.Root>
      </Layouts.Content>
    </Page.Main>
  );
};

/**
 * The newsroom's records, each for users who may read it: disclaimers as published, and the list of acts.
 *
 * Uses `Page.Protect` instead of `useRBAC`: if the page is loaded before the user's permissions, `useRBAC` finds none and does not
 * check again. On a slow connection an admin was shown “You don't have the permissions”.
 */
export const RecordsPage = () => (
  <Page.Protect permissions={TABS.map(({ name }) => readPermission(name))}>
    {({ permissions }) => (
      <ReadableRecords
        shown={TABS.filter(({ name }) => {
          const { subject } = readPermission(name);
          return permissions.some((permission) => permission.subject === subject);
        })}
      />
    )}
  </Page.Protect>
);
