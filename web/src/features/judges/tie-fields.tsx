import { useQuery } from "@apollo/client/react";
import { LIMITS } from "@isonga/schema/limits";
import { Select, TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../gql/gql.ts";
import type { TieKind } from "../../gql/graphql.ts";
import { type PickedPlace, PlacePicker } from "../../lib/places/place-picker.tsx";

/** A tie being said: to an area, or to one of its offices. */
export type TieDraft = {
  readonly kind: TieKind;
  readonly place: PickedPlace | null;
  readonly agencyId: string | null;
  readonly note: string;
};

export const TIE_KINDS = [
  "EMPLOYMENT",
  "FAMILY",
  "FINANCIAL",
  "AUTHORSHIP",
  "COLLABORATION",
  "OTHER",
] as const satisfies readonly TieKind[];

export const NO_TIE: TieDraft = { kind: "EMPLOYMENT", place: null, agencyId: null, note: "" };

/** What the server is told of a draft. */
export function tieInput({ kind, place, agencyId, note }: TieDraft): {
  readonly kind: TieKind;
  readonly jurisdictionId: string | null;
  readonly agencyId: string | null;
  readonly note: string | null;
} {
  return { kind, jurisdictionId: agencyId ? null : (place?.id ?? null), agencyId, note: note.trim() || null };
}

const OFFICES = graphql(`
  query OfficesOfArea($id: ID!) {
    jurisdiction(id: $id) {
      id
      agencies(first: 100) {
        nodes {
          id
          name
        }
      }
    }
  }
`);

/** What ties a judge, to which area, and to which of its offices if it is one. `prefix` begins the ids to which problems lead. */
export function TieFields(props: {
  readonly prefix: string;
  readonly draft: TieDraft;
  readonly onChange: (draft: TieDraft) => void;
}): ReactElement {
  const { t } = useTranslation("judges");
  const { draft, onChange, prefix } = props;
  const { data } = useQuery(OFFICES, { variables: { id: draft.place?.id ?? "" }, skip: draft.place === null });
  const offices = draft.place === null ? [] : (data?.jurisdiction?.agencies.nodes ?? []);
  return (
    <>
      <PlacePicker
        id={`${prefix}jurisdictionId`}
        label={t("tie.place")}
        value={draft.place}
        onChange={(place) => onChange({ ...draft, place, agencyId: null })}
      />
      {offices.length > 0 ? (
        <Select
          id={`${prefix}agencyId`}
          label={t("tie.agency")}
          data={[{ value: "", label: t("tie.wholeArea") }, ...offices.map(({ id, name }) => ({ value: id, label: name }))]}
          searchable
          allowDeselect={false}
          value={draft.agencyId ?? ""}
          onChange={(value) => onChange({ ...draft, agencyId: value || null })}
        />
      ) : null}
      <Select
        label={t("tie.kind")}
        data={TIE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        allowDeselect={false}
        value={draft.kind}
        onChange={(value) => onChange({ ...draft, kind: TIE_KINDS.find((one) => one === value) ?? draft.kind })}
      />
      <TextInput
        id={`${prefix}note`}
        label={t("tie.note")}
        maxLength={LIMITS.reasonLength}
        value={draft.note}
        onChange={(event) => onChange({ ...draft, note: event.currentTarget.value })}
      />
    </>
  );
}
