import type { KeyAfter } from '../text/key-after';

/** A finding of a rule, as `POST /newsroom/publication-checks` answers. */
export interface Finding {
  level: KeyAfter<'level.'>;
  /** The attribute to change. In components it is a path: `sections.0.text`. Empty if the role may not read it. */
  field: string;
  fault: KeyAfter<'fault.'>;
  /** The names, and the codes of locales, for the text of the finding. */
  values: Record<string, string>;
}

/** A disclaimer that publishing now would add. */
export interface Disclaimer {
  key: string;
  name: string;
  appliesTo: KeyAfter<'disclaimers.scope.'>;
  /** The locale of its text; null if there is no text to show. */
  language: string | null;
}

/** What readers have seen of the article before. */
export interface ChangeSince {
  wasShown: boolean;
  /** Whether the text that they were shown last differs. */
  differs: boolean;
  isRetracted: boolean;
}

/** `disclaimers` is null if the role may not read them. */
export interface Checks {
  data: { findings: Finding[]; disclaimers: Disclaimer[] | null; change: ChangeSince };
}
