type Value = string | number | readonly string[] | null | undefined;

const written = (value: string | number): string =>
  typeof value === 'number' || /^[\w:.,+-]*$/.test(value) ? String(value) : JSON.stringify(value);

/**
 * A log line that people and log collectors can read (logfmt): `quote-snapshots capture document=… locale=en
 * captured=XNAS:MSFT,XNYS:ORCL attempt=1`. Empty fields are left out. Never pass it a key or a vendor's text.
 */
export const logLine = (event: string, fields: Readonly<Record<string, Value>>): string =>
  [
    `quote-snapshots ${event}`,
    ...Object.entries(fields).flatMap(([name, value]) => {
      const text = Array.isArray(value) ? value.join(',') : (value as string | number | null | undefined);
      return text === null || text === undefined || text === '' ? [] : [`${name}=${written(text)}`];
    }),
  ].join(' ');
