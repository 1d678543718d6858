import type { Core } from '@strapi/strapi';
import DataLoader from 'dataloader';
import type { Resolver } from '../../strapi/graphql';
import { compareSnapshots, type ComparedSnapshot, type Since } from '../since/since-publication';

type Loader = DataLoader<ComparedSnapshot, Since, string>;

/** The loader of each request. It compares all snapshots of the request together, with one question to the providers. */
const requests = new WeakMap<object, Loader>();

const createLoader = (strapi: Core.Strapi): Loader =>
  new DataLoader<ComparedSnapshot, Since, string>((rows) => compareSnapshots(strapi, rows), {
    cacheKeyFn: ({ documentId }) => documentId,
  });

/** `QuoteSnapshotsQuoteSnapshot.since`: the price at publication against the live one. */
export const resolveSince =
  (strapi: Core.Strapi): Resolver<ComparedSnapshot> =>
  (snapshot, _args, context) => {
    const loader = requests.get(context) ?? createLoader(strapi);
    requests.set(context, loader);
    return loader.load(snapshot);
  };
