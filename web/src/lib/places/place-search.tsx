import { useQuery } from "@apollo/client/react";
import { LIMITS } from "@isonga/schema/limits";
import { type KeyboardEvent, type ReactElement, type Ref, useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { graphql } from "../../gql/gql.ts";
import type { SuggestPlacesQuery } from "../../gql/graphql.ts";
import { useLanguage } from "../../ui/use-format.ts";
import { areaAddress, pathText } from "./area-path.ts";
import styles from "./place-search.module.css";

type Place = SuggestPlacesQuery["searchPlaces"][number];

/**
 * A search input, named `q`, that suggests places while somebody types, each with where it lies since names repeat. The arrow keys go
 * through them, Enter opens the one reached; with none reached, Enter is left to the form around it.
 */
export function PlaceSearch(props: {
  readonly ref?: Ref<HTMLInputElement>;
  readonly className?: string;
  readonly label: string;
  readonly placeholder: string;
  readonly initial: string;
}): ReactElement {
  const language = useLanguage();
  const navigate = useNavigate();
  const listId = useId();
  const [text, setText] = useState(props.initial);
  const [opened, setOpened] = useState(false);
  const [reached, setReached] = useState(-1);
  useEffect(() => setText(props.initial), [props.initial]);
  const found = useSuggestions(opened ? text : "");
  const shown = opened ? found : [];
  const active = shown[reached];

  const close = (): void => {
    setOpened(false);
    setReached(-1);
  };
  const open = (place: Place): void => {
    close();
    setText("");
    void navigate(`/${language}/app/${areaAddress(place)}`);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && opened) {
      event.preventDefault();
      close();
    }
    if (event.key === "Enter") {
      if (active) {
        event.preventDefault();
        open(active);
      } else close();
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    setOpened(true);
    setReached(nextIndex(reached, shown.length, event.key === "ArrowDown" ? 1 : -1));
  };

  return (
    <div className={styles.box}>
      <input
        ref={props.ref}
        type="search"
        name="q"
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(active ? { "aria-activedescendant": `${listId}-${active.id}` } : {})}
        autoComplete="off"
        className={`${props.className ?? ""} ${styles.input}`}
        maxLength={LIMITS.searchLength}
        value={text}
        aria-label={props.label}
        placeholder={props.placeholder}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setOpened(true);
          setReached(-1);
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <Suggestions id={listId} label={props.label} places={shown} active={active} onChoose={open} />
    </div>
  );
}

function Suggestions(props: {
  readonly id: string;
  readonly label: string;
  readonly places: readonly Place[];
  readonly active: Place | undefined;
  readonly onChoose: (place: Place) => void;
}): ReactElement {
  const { t } = useTranslation("common");
  const { id, places, active } = props;
  return (
    <>
      <div role="status" className={styles.told}>
        {places.length > 0 ? t("placeSearch.found", { count: places.length }) : ""}
      </div>
      <div id={id} role="listbox" aria-label={props.label} className={styles.list} hidden={places.length === 0}>
        {places.map((place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which keeps the focus
          <div
            key={place.id}
            id={`${id}-${place.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === active}
            className={styles.option}
            // The input keeps the focus, so that it does not close the list before the click arrives.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => props.onChoose(place)}
          >
            {place.name}
            <span className={styles.where}>{[place.levelName, pathText(place)].filter((part) => part !== "").join(" · ")}</span>
          </div>
        ))}
      </div>
    </>
  );
}

/** What fits the text after a moment's rest; what was found before stays until then. */
function useSuggestions(text: string): readonly Place[] {
  const [asked, setAsked] = useState("");
  const wanted = text.trim();
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), REST);
    return () => clearTimeout(timer);
  }, [wanted]);
  const { data, previousData } = useQuery(SUGGEST, { variables: { text: asked }, skip: asked.length < SHORTEST });
  return wanted.length < SHORTEST || asked.length < SHORTEST ? [] : ((data ?? previousData)?.searchPlaces ?? []);
}

/** Through the suggestions and the typed words (-1) in a circle. */
function nextIndex(index: number, count: number, step: 1 | -1): number {
  return ((index + 1 + step + count + 1) % (count + 1)) - 1;
}

/** Milliseconds without a key after which the server is asked. */
const REST = 200;
const SHORTEST = 2;

const SUGGEST = graphql(`
  query SuggestPlaces($text: String!) {
    searchPlaces(text: $text, first: 8) {
      id
      country
      code
      name
      levelName
      ancestors {
        id
        name
      }
    }
  }
`);
