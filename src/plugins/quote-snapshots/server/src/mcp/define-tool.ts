import type { Core, Modules } from '@strapi/strapi';
import type { z } from '@strapi/utils';
import { PLUGIN } from '../plugin-names';
import { listAnswer, type answerWith } from './tool-answer';

/** Who calls a tool: the ability of their token. */
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
 * A tool as Strapi's MCP server takes it. It is shown to whoever may see mentions, quotes and snapshots in the admin UI;
 * the rights on documents are checked by the tool itself. No tool of the plugin writes anything.
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
