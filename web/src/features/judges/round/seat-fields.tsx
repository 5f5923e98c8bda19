import { useQuery } from "@apollo/client/react";
import { Checkbox, Select } from "@mantine/core";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { SEAT_STAGES } from "./judges.query.ts";

/** A seat on a panel, by codes. */
export type Seat = { readonly stage: string; readonly panel: string };

/** Where judges sit: a panel a stage, or none; and whether they stand by. */
export function SeatFields(props: {
  readonly roundId: string;
  readonly seats: readonly Seat[];
  readonly onSeats: (seats: readonly Seat[]) => void;
  readonly waiting: boolean;
  readonly onWaiting: (waiting: boolean) => void;
}): ReactElement {
  const { t } = useTranslation("judges");
  const { data } = useQuery(SEAT_STAGES, { variables: { roundId: props.roundId } });
  const choose = (stage: string, panel: string | null): void => {
    const others = props.seats.filter((seat) => seat.stage !== stage);
    props.onSeats(panel ? [...others, { stage, panel }] : others);
  };
  return (
    <>
      {(data?.judgingStages ?? []).map(({ code, name, panels }) => (
        <Select
          key={code}
          label={t("seat.in", { stage: name })}
          data={[{ value: "", label: t("seat.none") }, ...panels.map((panel) => ({ value: panel.code, label: panel.name }))]}
          allowDeselect={false}
          value={props.seats.find(({ stage }) => stage === code)?.panel ?? ""}
          onChange={(value) => choose(code, value)}
        />
      ))}
      <Checkbox
        label={t("seat.waiting")}
        description={t("seat.waitingHint")}
        checked={props.waiting}
        onChange={(event) => props.onWaiting(event.currentTarget.checked)}
      />
    </>
  );
}
