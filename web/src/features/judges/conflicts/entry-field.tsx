import { useQuery } from "@apollo/client/react";
import { Select } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../../gql/gql.ts";
import { SEAT_STAGES } from "../round/judges.query.ts";

const STAGE_ENTRIES = graphql(`
  query PinnableEntries($stageId: ID!) {
    stageEntries(stageId: $stageId) {
      id
      reference
      title
    }
  }
`);

/** One of the entries that are judged in the round's first stage, or none. */
export function EntryField(props: {
  readonly roundId: string;
  readonly value: string | null;
  readonly onChange: (entryId: string | null) => void;
}): ReactElement {
  const { t } = useTranslation("judges");
  const { data: round } = useQuery(SEAT_STAGES, { variables: { roundId: props.roundId } });
  const stageId = round?.judgingStages[0]?.id ?? "";
  const { data } = useQuery(STAGE_ENTRIES, { variables: { stageId }, skip: stageId === "" });
  const entries = data?.stageEntries ?? [];
  return (
    <Select
      id="entryId"
      label={t("pin.entry")}
      description={t("pin.entryHint")}
      searchable
      clearable
      limit={100}
      data={entries.map(({ id, reference, title }) => ({ value: id, label: `${reference ?? ""} ${title}`.trim() }))}
      value={props.value}
      onChange={props.onChange}
    />
  );
}
