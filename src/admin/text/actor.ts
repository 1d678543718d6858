/** Who did something: a person by name, or what acts without one. The record names these in English, whoever reads it. */
export interface ActorText {
  key: 'person' | 'code' | 'worker' | 'token' | 'user' | 'nobody';
  name: string;
}

/** What `by` of the record of publications and of the list of acts says, apart from people's names. */
const FIXED: Readonly<Record<string, ActorText['key']>> = {
  code: 'code',
  worker: 'worker',
  'a caller without a name': 'nobody',
};

/** Reads who the record says that did something. */
export const readActor = (by: string): ActorText => {
  if (Object.hasOwn(FIXED, by)) return { key: FIXED[by] ?? 'person', name: '' };
  const [, kind, name] = /^(API token|user) (.+)$/s.exec(by) ?? [];
  if (kind === undefined || name === undefined) return { key: 'person', name: by };
  return { key: kind === 'user' ? 'user' : 'token', name };
};
