import { Layouts, Page, useRBAC } from '@strapi/strapi/admin';
import { Tabs } from '@strapi/design-system';
import { useText } from '../text/use-text';
import { Acts } from './Acts';
import { readPermission } from './records';
import { Wordings } from './Wordings';

const READS_WORDINGS = [readPermission('wordings')];
const READS_ACTS = [readPermission('acts')];

/** The newsroom's records, each for those who may read it: disclaimers as published, and what was done to articles. */
export const RecordsPage = () => {
  const text = useText();
  const wordings = useRBAC(READS_WORDINGS);
  const acts = useRBAC(READS_ACTS);
  if (wordings.isLoading || acts.isLoading) return <Page.Loading />;
  const shown = [
    ...(wordings.allowedActions.canRead ? [{ name: 'wordings', Content: Wordings } as const] : []),
    ...(acts.allowedActions.canRead ? [{ name: 'acts', Content: Acts } as const] : []),
  ];
  const [first] = shown;
  if (!first) return <Page.NoPermissions />;
  return (
    <Page.Main>
      <Page.Title>{text('records')}</Page.Title>
      <Layouts.Header title={text('records')} subtitle={text('records.subtitle')} />
      <Layouts.Content>
        <Tabs.Root defaultValue={first.name}>
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
