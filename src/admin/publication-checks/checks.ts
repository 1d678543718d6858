import type { KeyAfter } from '../text/key-after';

/** What a rule has to say. `POST /newsroom/publication-checks` answers these. */
export interface Finding {
  level: KeyAfter<'level.'>;
  /** The attribute to change; inside of components, its path: `sections.0.text`. Empty where the role may not read it. */
  field: string;
  fault: KeyAfter<'fault.'>;
  /** What the fault is about: names, and locales by their codes. */
  values: Record<string, string>;
}

/** A disclaimer that publishing now would add. */
export interface Disclaimer {
  key: string;
  name: string;
  appliesTo: KeyAfter<'disclaimers.scope.'>;
  /** The locale of its text; null where it has none to show. */
  language: string | null;
}

/** What readers have seen of the article before. */
export interface ChangeSince {
  wasShown: boolean;
  /** Whether what they were shown last says something else. */
  differs: boolean;
  isRetracted: boolean;
}

/** `disclaimers` is null where the role may not read them. */
export interface Checks {
  data: { findings: Finding[]; disclaimers: Disclaimer[] | null; change: ChangeSince };
}
