import path from 'node:path';
import { env } from '@strapi/utils';
import databaseConfig from '../../config/database';

const filename = (given: string): unknown => {
  process.env.DATABASE_CLIENT = 'sqlite';
  process.env.DATABASE_FILENAME = given;
  // As Strapi hands it to the file.
  return databaseConfig({ env }).connection.connection;
};

// The compiled file stands in `dist/config`: what it calls the newsroom's folder is two above its own.
const folder = path.resolve(__dirname, '../../..');

describe('where SQLite keeps the newsroom', () => {
  it('is an absolute path as it is given, as a container mounts it', () => {
    const given = path.resolve('/data/newsroom.db');
    expect(filename(given)).toEqual({ filename: given });
  });

  it('is a relative path from the newsroom’s folder, and has a default', () => {
    expect(filename('.tmp/other.db')).toEqual({ filename: path.join(folder, '.tmp/other.db') });
    expect(filename('')).toEqual({ filename: path.join(folder, '.tmp/data.db') });
  });
});
