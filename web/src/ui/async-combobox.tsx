import { Combobox, Loader, TextInput, useCombobox } from "@mantine/core";
import { type ReactElement, useEffect, useState } from "react";
import styles from "./async-combobox.module.css";

/** Something that can be chosen: its key, its words, and what tells it from others of the same name. */
export type Choice = { readonly key: string; readonly words: string; readonly hint?: string };

/** A box to type in whose suggestions come from elsewhere (the server). What was chosen stands in it; typing anew searches again. */
export function AsyncCombobox(props: {
  readonly label: string;
  readonly id?: string;
  readonly placeholder?: string;
  readonly nothing: string;
  readonly chosen: Choice | null;
  readonly choices: readonly Choice[];
  readonly loading: boolean;
  /** Told what is typed, after a moment's rest. */
  readonly onSearch: (text: string) => void;
  readonly onChoose: (choice: Choice | null) => void;
  readonly error?: string;
  readonly disabled?: boolean;
}): ReactElement {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState(props.chosen?.words ?? "");
  useEffect(() => setText(props.chosen?.words ?? ""), [props.chosen?.words]);
  const { onSearch } = props;
  const typed = text !== (props.chosen?.words ?? "");
  useEffect(() => {
    if (!typed) return;
    const timer = setTimeout(() => onSearch(text.trim()), 200);
    return () => clearTimeout(timer);
  }, [typed, text, onSearch]);

  const choose = (key: string): void => {
    const choice = props.choices.find((candidate) => candidate.key === key) ?? null;
    setText(choice?.words ?? "");
    props.onChoose(choice);
    combobox.closeDropdown();
  };

  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal>
      <Combobox.Target>
        <TextInput
          label={props.label}
          value={text}
          autoComplete="off"
          error={props.error}
          disabled={props.disabled === true}
          rightSection={props.loading ? <Loader size={18} /> : null}
          {...(props.id === undefined ? {} : { id: props.id })}
          {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
          onChange={(event) => {
            setText(event.currentTarget.value);
            if (event.currentTarget.value === "") props.onChoose(null);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onFocus={() => props.choices.length > 0 && combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown();
            setText(props.chosen?.words ?? "");
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!typed || text.trim() === ""}>
        <Combobox.Options aria-label={props.label}>
          {props.choices.length === 0 && !props.loading ? <Combobox.Empty>{props.nothing}</Combobox.Empty> : null}
          {props.choices.map((choice) => (
            <Combobox.Option key={choice.key} value={choice.key}>
              <span className={styles.option}>
                {choice.words}
                {choice.hint === undefined ? null : <span className={styles.hint}>{choice.hint}</span>}
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
