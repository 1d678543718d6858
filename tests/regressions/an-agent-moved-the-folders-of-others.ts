import { adminToken } from '../attack/attackers';
import { signInAs } from '../support/admin-user';
import type { Suite } from '../support/describe-newsroom';
import { findFile, makeFolder, uploadPicture } from '../support/files';
import { callTool } from '../support/mcp';

/**
 * Over MCP, a token that may change its owner's files could delete, move and rename any folder, with what others had in it:
 * the guards stood at the routes of the admin API.
 */
export const regression: Suite = (newsroom) => {
  let editor = '';
  let agent = '';
  beforeAll(async () => {
    editor = await signInAs(newsroom().strapi, 'newsroom-editor');
    agent = await adminToken(newsroom().strapi, 'newsroom-reporter');
  });
  const folder = (id: number): Promise<{ name: string; path: string } | null> =>
    newsroom().strapi.db.query('plugin::upload.folder').findOne({ where: { id } });

  it('is refused, with the name of what is not theirs', async () => {
    const [theirs, other] = [await makeFolder(newsroom(), editor), await makeFolder(newsroom(), editor)];
    const file = await uploadPicture(newsroom(), editor, theirs);
    const before = await folder(theirs);
    for (const [tool, args] of [
      ['media_delete_folder', { ids: [theirs], dryRun: false }],
      ['media_move_folder', { id: theirs, parent: other }],
      ['media_rename_folder', { id: theirs, name: 'Forged' }],
    ] as const) {
      const answer = await callTool(newsroom(), agent, tool, args);
      expect([tool, answer.isError]).toEqual([tool, true]);
      expect(answer.content?.[0]?.text).toContain('belongs to somebody else');
    }
    expect(await folder(theirs)).toEqual(before);
    expect(await findFile(newsroom(), file.id)).toMatchObject({ folderPath: before?.path });
  });

  it('is open for an editor’s agent', async () => {
    const theirs = await makeFolder(newsroom(), editor);
    const strong = await adminToken(newsroom().strapi, 'newsroom-editor');
    const answer = await callTool(newsroom(), strong, 'media_delete_folder', {
      ids: [theirs],
      dryRun: false,
    });
    expect(answer.isError).toBeFalsy();
    expect(await folder(theirs)).toBeNull();
  });
};
