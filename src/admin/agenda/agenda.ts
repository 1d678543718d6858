import type { AgendaEntry, Attention } from '../../newsroom/agenda/agenda-entry';
import type { Market } from '../times/article-times';

export type { AgendaEntry, AgendaState } from '../../newsroom/agenda/agenda-entry';

/** The answer of `GET /newsroom/schedule`. */
export interface AgendaAnswer {
  data: AgendaEntry[];
  meta: { now: string; market: Market; isCutOff: boolean };
}

/** The answer of `GET /newsroom/schedule/attention`. */
export interface AttentionAnswer {
  data: Attention;
  meta: { now: string; market: Market };
}

/** The address of an article's edit view. */
export const addressOf = ({ documentId, locale }: { documentId: string; locale: string }): string =>
  `/content-manager/collection-types/api::article.article/${documentId}?plugins[i18n][locale]=${encodeURIComponent(locale)}`;
