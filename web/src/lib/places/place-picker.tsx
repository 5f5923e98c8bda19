import { useQuery } from "@apollo/client/react";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/gql.ts";
import { AsyncCombobox } from "../../ui/async-combobox.tsx";
import { pathText } from "./area-path.ts";

/** An area as it was picked. */
export type PickedPlace = {
  readonly id: string;
  readonly country: string;
  readonly code: string;
  readonly name: string;
  /** Where it lies, from the country down. */
  readonly path: string;
};

/** Picks one area by part of its name or code, each shown with where it lies; typing errors are forgiven by the server. */
export function PlacePicker(props: {
  readonly label: string;
  readonly value: PickedPlace | null;
  readonly onChange: (place: PickedPlace | null) => void;
  /** Only areas of this country, of this level. */
  readonly country?: string;
  readonly level?: string;
  readonly id?: string;
  readonly error?: string;
  readonly disabled?: boolean;
}): ReactElement {
  const { t } = useTranslation("common");
  const [text, setText] = useState("");
  const { data, loading } = useQuery(PICK, {
    variables: { text, country: props.country ?? null, level: props.level ?? null },
    skip: text === "",
  });
  const found = text === "" ? [] : (data?.searchPlaces ?? []);
  const { value } = props;
  return (
    <AsyncCombobox
      label={props.label}
      placeholder={t("placePicker.hint")}
      nothing={t("placePicker.nothing")}
      chosen={value === null ? null : { key: value.id, words: value.name, hint: value.path }}
      choices={found.map((place) => ({
        key: place.id,
        words: place.name,
        hint: `${place.levelName} · ${pathText(place)} · ${place.code}`,
      }))}
      loading={loading}
      onSearch={setText}
      onChoose={(choice) => {
        const place = found.find(({ id }) => id === choice?.key);
        props.onChange(place ? { id: place.id, country: place.country, code: place.code, name: place.name, path: pathText(place) } : null);
      }}
      {...(props.id === undefined ? {} : { id: props.id })}
      {...(props.error === undefined ? {} : { error: props.error })}
      disabled={props.disabled === true}
    />
  );
}

const PICK = graphql(`
  query PickPlace($text: String!, $country: String, $level: String) {
    searchPlaces(text: $text, country: $country, level: $level, first: 12) {
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
