import { z } from '@strapi/utils';
import { enabledModel } from '../admin-api/access/enabled-model';
import { localeOf } from '../admin-api/access/locale-of';
import { refuseType } from '../admin-api/access/refuse-type';
import { requireReadable } from '../admin-api/access/require-readable';
import { pluginContext } from '../plugin-context';
import { previewPublication } from '../publication/preview-publication';
import { wordReason } from '../reasons/word-reason';
import { permissionChecker } from '../strapi/permission-checker';
import { defineTool } from './define-tool';
import { answerWith } from './tool-answer';

/** `quotes_preview`: what publishing these values would do. It reads only the record, and writes nothing. */
export const previewQuotesTool = defineTool({
  name: 'quotes_preview',
  title: 'Quotes: preview what publishing would capture',
  description:
    'What publishing a document with these values would do with each listing that they name: capture a quote, keep the ' +
    'snapshot that there is, or leave the mention out, and why. Give the values of its text fields. With a documentId, its ' +
    'snapshots count as published. Writes nothing and publishes nothing.',
  input: z.strictObject({
    type: z.string().min(1).max(255).describe('uid of the content type, as api::article.article'),
    documentId: z.string().min(1).max(255).optional(),
    locale: z.string().min(1).max(64).optional().describe('the default locale where it is absent'),
    values: z
      .record(z.string(), z.unknown())
      .describe('fields with their text, as { "title": "…", "body": [ … ] }'),
  }),
  run: async (strapi, { ability }, { type, documentId, locale: given, values }) => {
    const model = enabledModel(strapi, type);
    const locale = await localeOf(strapi, model, given);
    const may = permissionChecker(strapi, ability, model.uid);
    if (may.cannot.read() && may.cannot.create()) throw refuseType(model.uid);
    if (documentId) await requireReadable(strapi, ability, model, { documentId, locale });
    const { wanted, unresolved } = await previewPublication(pluginContext(strapi), {
      model,
      ...(documentId === undefined ? {} : { documentId }),
      locale,
      entry: values,
      linkedTickers: [],
    });
    return answerWith([
      ...wanted.map(({ instrument, symbol, mic, exchange, name, act }) => ({
        ...{ instrument, symbol, mic, exchange, name },
        act,
        reason: null,
      })),
      ...unresolved.map(({ symbol, exchange, ...why }) => ({
        ...{ instrument: null, symbol, mic: null, exchange, name: null },
        act: 'leave out',
        reason: wordReason({ reason: null, ...why }, locale),
      })),
    ]);
  },
});
