import type { Core } from '@strapi/strapi';
import { findMentionsTool } from './find-mentions';
import { previewQuotesTool } from './preview-quotes';
import { readSnapshotsTool } from './read-snapshots';
import { searchRecordTool } from './search-record';

/** Adds the plugin's tools to Strapi's MCP server if it is on. Must be called while plugins register. */
export const registerTools = ({ ai }: Core.Strapi): void => {
  // `ai` is a recent addition. A version of Strapi without it has no MCP server.
  const mcp = ai?.mcp;
  if (!mcp?.isEnabled()) return;
  mcp.registerTool(findMentionsTool);
  mcp.registerTool(previewQuotesTool);
  mcp.registerTool(readSnapshotsTool);
  mcp.registerTool(searchRecordTool);
};
