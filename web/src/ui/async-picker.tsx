import { Select } from "@mantine/core";
import { type ReactElement, type ReactNode, useEffect, useRef, useState } from "react";

/** One of many things to pick from, found by the server; `detail` tells things of the same name apart. */
export type PickerOption = { readonly value: string; readonly label: string; readonly detail?: string };

/** Picks one thing out of more than a list can hold: what is typed is searched for, the answers are offered. */
export function AsyncPicker(props: {
  readonly id?: string;
  readonly label: string;
  readonly description?: ReactNode;
  readonly placeholder?: string;
  readonly error?: ReactNode;
  /** Words while nothing is found, and while the server is asked. */
  readonly nothing: string;
  readonly searching: string;
  /** Finds what fits the words; keep it stable (a function outside of the component, or `useCallback`). */
  readonly search: (words: string) => Promise<readonly PickerOption[]>;
  readonly value: PickerOption | null;
  readonly onChange: (option: PickerOption | null) => void;
}): ReactElement {
  const [words, setWords] = useState(props.value?.label ?? "");
  const { options, busy } = useAnswers(props.search, props.value?.label === words ? "" : words);
  const offered = props.value && !options.some(({ value }) => value === props.value?.value) ? [props.value, ...options] : options;
  return (
    <Select
      {...(props.id === undefined ? {} : { id: props.id })}
      label={props.label}
      description={props.description}
      placeholder={props.placeholder}
      error={props.error}
      searchable
      clearable
      filter={({ options: all }) => all}
      nothingFoundMessage={busy ? props.searching : props.nothing}
      data={offered.map(({ value, label }) => ({ value, label }))}
      value={props.value?.value ?? null}
      searchValue={words}
      onSearchChange={setWords}
      onChange={(value) => props.onChange(offered.find((option) => option.value === value) ?? null)}
      renderOption={({ option }) => <Offered option={offered.find(({ value }) => value === option.value)} />}
    />
  );
}

function Offered({ option }: { readonly option: PickerOption | undefined }): ReactElement {
  return (
    <span>
      <span style={{ fontWeight: 600 }}>{option?.label}</span>
      {option?.detail ? <span style={{ display: "block", fontSize: "0.875rem", color: "var(--ink-soft)" }}>{option.detail}</span> : null}
    </span>
  );
}

const PAUSE_MS = 200;

/** What the server answers to the words, a moment after the typing stops; late answers to earlier words are dropped. */
function useAnswers(search: (words: string) => Promise<readonly PickerOption[]>, words: string) {
  const [answer, setAnswer] = useState<{ readonly options: readonly PickerOption[]; readonly busy: boolean }>({ options: [], busy: true });
  const asked = useRef(0);
  useEffect(() => {
    asked.current += 1;
    const mine = asked.current;
    setAnswer(({ options }) => ({ options, busy: true }));
    const timer = setTimeout(() => {
      search(words)
        .catch(() => [])
        .then((options) => (mine === asked.current ? setAnswer({ options, busy: false }) : undefined));
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [search, words]);
  return answer;
}
