import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { QuoteRow } from '../rows/quote-rows';
import type { TextActs } from '../rows/text-acts';
import { goToMark } from './go-to-mark';
import { paintMarks } from './paint-marks';
import { readMarks, type FindMentions, type Mark } from './read-marks';
import { canReplace, replaceInField } from './replace-mark';
import { replacementsOf } from './replacements-of';
import { useLaidMirrors } from './use-laid-mirrors';
import { useWatchedText } from './use-watched-text';

const NONE: ReadonlySet<string> = new Set();

const haveSame = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((key) => other.has(key));

const nextFrame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/** The most mentions of one listing that are replaced at once. */
const MOST_REPLACED = 200;

/** Detection runs in the browser with the same code as on the server. It is large, so it is loaded when it is first needed. */
const useDetection = (): FindMentions | undefined => {
  const [detection, setDetection] = useState<{ find: FindMentions }>();
  useEffect(() => {
    let isOpen = true;
    void import('../../../server/src/detection/find-mentions').then(({ findEveryMention }) => {
      if (isOpen) setDetection({ find: findEveryMention });
    });
    return () => {
      isOpen = false;
    };
  }, []);
  return detection?.find;
};

/**
 * Marks the mentions in all fields of the edit view, and updates the marks when the text changes.
 *
 * @param types the attributes of the edited content type
 * @param isBehind whether the rows belong to an older text
 */
export const useMarks = (
  types: Readonly<Record<string, { type: string }>>,
  rows: readonly QuoteRow[],
  isBehind: boolean,
): { marks: RefObject<readonly Mark[]>; acts: TextActs } => {
  const find = useDetection();
  const marks = useRef<readonly Mark[]>([]);
  const last = useRef<{ row: string; index: number }>();
  const [inText, setInText] = useState(NONE);

  const read = useCallback(
    (isFormBehind = false) => {
      if (!find) return;
      marks.current = readMarks(document, find, types, rows, isBehind || isFormBehind);
      paintMarks(marks.current);
      const named = new Set(marks.current.flatMap(({ row }) => row ?? []));
      setInText((before) => (haveSame(before, named) ? before : named));
    },
    [find, types, rows, isBehind],
  );
  useWatchedText(read);
  useLaidMirrors();
  useEffect(() => () => paintMarks([]), []);

  /** The newest marks, for functions that outlive a render. */
  const readNow = useRef(read);
  readNow.current = read;

  const goTo = useCallback((row: string) => {
    const own = marks.current.filter((mark) => mark.row === row);
    // Each further call goes to the next mention.
    const index = last.current?.row === row ? (last.current.index + 1) % own.length : 0;
    last.current = { row, index };
    const mark = own[index] ?? own[0];
    if (mark) goToMark(mark);
  }, []);

  const replace = useCallback<TextActs['replace']>(async (row, listing) => {
    const [first] = replacementsOf(marks.current.filter(canReplace), row, listing);
    if (!first) return;
    const { symbol, mic } = first.mark.mention;
    for (let count = 0; count < MOST_REPLACED; count += 1) {
      const next = replacementsOf(marks.current.filter(canReplace), row, listing).find(
        ({ mark: { mention } }) => mention.symbol === symbol && mention.mic === mic,
      );
      if (!next) return;
      await replaceInField(next.mark, next.replacement);
      // The editor must draw the new text before the next mention is looked for.
      await nextFrame();
      await nextFrame();
      readNow.current();
    }
  }, []);

  const mayReplace = useCallback<TextActs['canReplace']>(
    (row, listing) => replacementsOf(marks.current.filter(canReplace), row, listing).length > 0,
    [],
  );

  const acts = useMemo(
    () => ({ inText, goTo, replace, canReplace: mayReplace }),
    [inText, goTo, replace, mayReplace],
  );
  return { marks, acts };
};
