type Value = string | number | readonly string[] | null | undefined;

const written = (value: string | number): string =>
  typeof value === 'number' || /^[\w:.,+-]*$/.test(value) ? String(value) : JSON.stringify(value);

/**
 * A line of log that a person and a log collector both read: `quote-snapshots capture document=… locale=en
 * captured=XNAS:MSFT,XNYS:ORCL attempt=1` (logfmt). Empty fields are left out. Give it no key and no vendor's text.
 */
export const logLine = (event: string, fields: Readonly<Record<string, Value>>): string =>
  [
    `quote-snapshots ${event}`,
    ...Object.entries(fields).flatMap(([name, value]) => {
      const text = Array.isArray(value) ? value.join(',') : (value as string | number | null | undefined);
      return text === null || text === undefined || text === '' ? [] : [`${name}=${written(text)}`];
    }),
  ].join(' ');
