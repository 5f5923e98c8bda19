import { NumberInput } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useTranslation } from "react-i18next";
import type { JudgeQuery } from "../../../gql/graphql.ts";
import { useAct } from "../../../lib/apollo/use-act.ts";
import { useFormProblems } from "../../../lib/refusals/form-problems.ts";
import { RouteDialog } from "../../../ui/route-dialog.tsx";
import { SEAT_JUDGE } from "./judges.query.ts";
import { type Seat, SeatFields } from "./seat-fields.tsx";
import { useDialog, useJudge } from "./use-dialog.ts";

/** Where a judge sits, whether they stand by, how much they take. */
export function Component(): ReactElement | null {
  const judge = useJudge();
  return judge ? <SeatForm key={judge.version} judge={judge} /> : null;
}

function SeatForm({ judge }: { readonly judge: NonNullable<JudgeQuery["judge"]> }): ReactElement {
  const { t } = useTranslation("judges");
  const { round, close, done } = useDialog();
  const [seats, setSeats] = useState<readonly Seat[]>(() => judge.seats.map(({ stage, panel }) => ({ stage, panel })));
  const [waiting, setWaiting] = useState(judge.waiting);
  const [capacity, setCapacity] = useState<string | number>(judge.capacity ?? "");
  const { act, busy, failure } = useAct(SEAT_JUDGE);
  const problems = useFormProblems(failure);
  const submit = async (): Promise<void> => {
    const most = capacity === "" ? null : Number(capacity);
    const input = { judgeId: judge.id, version: judge.version, seats: [...seats], waiting, capacity: most };
    if ((await act({ input })) !== null) done();
  };
  return (
    <RouteDialog
      title={t("seat.title", { name: `${judge.code} ${judge.name}` })}
      act={t("seat.do")}
      busy={busy}
      problems={problems}
      onSubmit={() => void submit()}
      onClose={close}
    >
      <SeatFields roundId={round.id} seats={seats} onSeats={setSeats} waiting={waiting} onWaiting={setWaiting} />
      <NumberInput
        id="capacity"
        label={t("capacity")}
        description={t("capacityHint")}
        min={0}
        max={1000}
        allowDecimal={false}
        allowNegative={false}
        value={capacity}
        onChange={setCapacity}
      />
    </RouteDialog>
  );
}
