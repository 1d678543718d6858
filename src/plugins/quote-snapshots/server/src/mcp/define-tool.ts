import type { Core, Modules } from '@strapi/strapi';
import type { z } from '@strapi/utils';
import { PLUGIN } from '../plugin-names';
import { listAnswer, type answerWith } from './tool-answer';

/** The caller of a tool: the ability of their token. */
export interface ToolCaller {
  ability: unknown;
}

interface Tool<Input extends z.ZodObject> {
  name: string;
  title: string;
  description: string;
  input: Input;
  run(strapi: Core.Strapi, caller: ToolCaller, args: z.infer<Input>): Promise<ReturnType<typeof answerWith>>;
}

type Definition<Input extends z.ZodObject> = Modules.MCP.McpToolDefinitionFields<
  string,
  Input,
  typeof listAnswer
> &
  Modules.MCP.McpAuthAccess;

/**
 * A tool for Strapi's MCP server. It is shown to users with the plugin's permission to see snapshots. The tool itself checks the
 * rights on documents. No tool of the plugin writes anything.
 */
export const defineTool = <Input extends z.ZodObject>({
  name,
  title,
  description,
  input,
  run,
}: Tool<Input>): Definition<Input> => ({
  name,
  title,
  description,
  auth: { policies: [{ action: `plugin::${PLUGIN}.snapshots.read` }] },
  resolveInputSchema: () => input,
  resolveOutputSchema: () => listAnswer,
  createHandler:
    (strapi, { userAbility }) =>
    ({ args }) =>
      run(strapi, { ability: userAbility }, args as z.infer<Input>),
});
