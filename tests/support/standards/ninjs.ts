import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

const schema = JSON.parse(
  readFileSync(path.resolve(__dirname, '../schemas/ninjs-schema_3.1.json'), 'utf8'),
) as object;

const validate = (() => {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats(ajv);
  // Places on a map, which the schema refers to: no item of ours has one.
  ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json', not: {} });
  return ajv.compile(schema);
})();

/** What is wrong with an item, by the schema that the IPTC publishes. */
export const faultsOfNinjs = (item: unknown): string[] =>
  validate(item)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
