import type { ReactNode } from 'react';
import type { Site } from '../newsroom/site-addresses';
import type { FullArticle } from './data/answers';

/** What the head of an article's page tells machines: structured data, and what social networks show. */
export const articleHead = (_article: FullArticle, _site: Site): ReactNode => null;
