import { serverUrl } from '../../newsroom/site-addresses';
import type { PageContext } from './page-context';

/** The requests to the content API that gave a page its data. */
export interface Requests {
  /** Addresses, as `/api/articles?locale=en`. */
  rest: readonly string[];
  /** The fields of a query that asks for the same. */
  graphql: string;
}

const indented = (fields: string): string => `{\n${fields.replace(/^/gm, '  ')}\n}`;

/** Shows how any frontend can get the data of this page. */
export const ApiRequests = ({ requests, context }: { requests: Requests; context: PageContext }) => {
  const { labels, site } = context;
  return (
    <details className="from-api">
      <summary>{labels.fromApi}</summary>
      <p>{labels.fromApiMore}</p>
      <h2>REST</h2>
      <ul>
        {requests.rest.map((address) => (
          <li key={address}>
            <a href={serverUrl(site, address)} rel="nofollow">
              GET {decodeURI(address)}
            </a>
          </li>
        ))}
      </ul>
      {requests.graphql && (
        <>
          <h2>GraphQL</h2>
          <p>POST {serverUrl(site, '/graphql')}</p>
          <pre tabIndex={0}>
            <code>{indented(requests.graphql)}</code>
          </pre>
        </>
      )}
    </details>
  );
};
